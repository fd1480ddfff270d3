import { optionLabel } from '../../rules/facts/describe-fact.ts';
import { chainSteps } from '../../rules/gas/chain-steps.ts';
import type { ChainStep } from '../../vocabulary/area.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { ReportArea, ReportChain, ReportGas, ReportUnit } from '../gas-areas.ts';
import { beijingMinute } from './beijing-time.ts';
import { citationList } from './citation.ts';
import { areaTypeWords, chainStepWords, chainWords, gasAreaLabels as labels } from './gas-areas.words.ts';
import { type Html, html, joined } from './html.ts';
import { verdictMark } from './mark.ts';
import { words } from './report.words.ts';

/** Areas, chains and drainage units of the mine, each table only where something is recorded. */
export const gasTables = ({ areas, chains, units }: ReportGas): readonly Html[] => [
  ...(areas.length > 0 ? [html`<h3>${labels.areas}</h3>${areaTable(areas)}`] : []),
  ...(chains.length > 0 ? [html`<h3>${labels.chains}</h3>${chainTable(chains)}`] : []),
  ...(units.length > 0 ? [html`<h3>${labels.units}</h3>${unitTable(units)}`] : []),
];

export const hasGas = ({ areas, chains, units }: ReportGas): boolean => areas.length + chains.length + units.length > 0;

const table = (columns: readonly string[], rows: readonly Html[]): Html =>
  html`<div class="wide"><table><thead><tr>${columns.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>
${rows}</tbody></table></div>`;

const recordedBy = ({ author, savedAt, disputed }: Pick<ReportArea, 'author' | 'savedAt' | 'disputed'>): Html =>
  html`<span class="fine">${fillSlots(labels.by, { author, time: beijingMinute(savedAt) })}</span>${
    disputed && html`<br><span class="tag">${labels.disputed}</span>`
  }`;

/** What the papers do not give is a word and never a number. */
const given = (value: string | number | null, unit: string): string =>
  value === null ? labels.notGiven : `${value} ${unit}`;

const lines = (all: readonly string[]): Html =>
  html`<ul>${all.map((line) => html`<li class="text">${line}</li>`)}</ul>`;

const areaTable = (areas: readonly ReportArea[]): Html =>
  table([labels.area, labels.now, labels.figures, labels.handovers, labels.papers], areas.map(areaRow));

function areaRow(area: ReportArea): Html {
  const { sheet, now, handovers } = area;
  const figures = [
    fillSlots(labels.original, {
      content: given(sheet.originalContent_m3PerT, 'm³/t'),
      pressure: given(sheet.originalPressure_MPa, 'MPa'),
    }),
    fillSlots(labels.residual, {
      content: given(sheet.residualContent_m3PerT, 'm³/t'),
      pressure: given(sheet.residualPressure_MPa, 'MPa'),
    }),
    fillSlots(labels.drained, {
      all: given(sheet.drainedPure_m3, 'm³'),
      month: given(sheet.drainedThisMonth_m3, 'm³'),
    }),
    fillSlots(labels.holes, { wells: given(sheet.surfaceWells_n, '口'), metres: given(sheet.holeMetres_m, 'm') }),
  ];
  const handed = handovers.map((one) =>
    fillSlots(labels.handover, {
      from: areaTypeWords[one.from],
      to: areaTypeWords[one.to],
      date: one.date,
      index: labels.index[one.index],
      criterion: one.criterion === '' ? '' : `（${one.criterion}）`,
    }),
  );
  const name = joined(
    [sheet.name, sheet.seam === '' ? '' : fillSlots(labels.seam, { seam: sheet.seam })],
    words.listComma,
  );
  const source = joined([sheet.source, sheet.figures_date ?? '', sheet.responsible], words.comma);
  return html`<tr><td class="text">${name}<br>${recordedBy(area)}</td><td class="short">${areaTypeWords[now]}</td><td>${lines(
    figures,
  )}</td><td>${handed.length === 0 ? words.none : lines(handed)}</td><td class="text">${source}</td></tr>
`;
}

const chainTable = (chains: readonly ReportChain[]): Html =>
  table([labels.chain, labels.steps, labels.indices, labels.verdict], chains.map(chainRow));

function chainRow(row: ReportChain): Html {
  const { chain, steps, indices, verdict, cycles } = row;
  const said = chainSteps(chain.chain).map(({ step }) => stepLine(step, row));
  return html`<tr><td class="text">${chainWords[chain.chain]}<br>${chain.name}<br>${recordedBy(row)}</td><td>${lines(
    steps.length === 0 ? [words.none] : said,
  )}</td><td>${
    indices.length === 0
      ? words.none
      : html`<ul>${indices.map(
          ({ date, where, verdict: judged }) =>
            html`<li>${fillSlots(labels.indexLine, { date, where })}${verdictMark(judged.status, judged.severity)}${citationList(judged.citations)}</li>`,
        )}</ul>`
  }</td><td>${[verdict, ...(cycles ? [cycles] : [])].map(
    (judged) => html`${verdictMark(judged.status, judged.severity)}${citationList(judged.citations)}`,
  )}</td></tr>
`;
}

function stepLine(step: ChainStep, { steps }: ReportChain): string {
  const done = steps.find((one) => one.step === step);
  if (!done) return fillSlots(labels.stepMissing, { step: chainStepWords[step] });
  const { result, date, by } = done;
  return fillSlots(labels.step, {
    step: chainStepWords[step],
    result: optionLabel(result).zh,
    date,
    by: by === '' ? labels.notGiven : by,
  });
}

const unitTable = (units: readonly ReportUnit[]): Html =>
  table(
    [labels.unit, labels.quarter, labels.result],
    units.map(
      ({ face, name, year, quarter, result }) =>
        html`<tr><td class="text">${face}　${name}</td><td class="short">${year}-${quarter}</td><td>${
          result === null
            ? labels.noResult
            : html`${verdictMark(result.outcome, result.severity)}　<span class="fine">${fillSlots(labels.by, {
                author: result.author,
                time: beijingMinute(result.savedAt),
              })}</span>`
        }</td></tr>
`,
    ),
  );
