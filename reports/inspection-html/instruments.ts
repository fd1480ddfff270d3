import { distinct } from '../../rules/citations.ts';
import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import { gradeReasonWords } from '../../vocabulary/grade-words.ts';
import type { Citation, Verdict } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport, ReportChannel, ReportInstrument } from '../inspection-report.ts';
import { citationList } from './citation.ts';
import { gasWords, principleWords } from './codes.words.ts';
import { type Html, html } from './html.ts';
import { verdictMark } from './mark.ts';
import { gradeLabels, instrumentLabels, words } from './report.words.ts';
import { workingList } from './workings.ts';

const columns = ['instrument', 'gas', 'certificate', 'calibration', 'error', 'grade'] as const;

const reasonsText = (reasons: readonly GradeReason[]): string =>
  reasons.map((reason) => gradeReasonWords[reason].zh).join(words.comma);

/** The mark beside a number, with every reason. The number stands. */
export const notEvidence = (reasons: readonly GradeReason[]): Html =>
  html`<span class="tag">${fillSlots(gradeLabels.because, { reasons: reasonsText(reasons) })}</span>`;

/** The documents that the papers of a channel were held against. */
export const citationsOfChannel = ({ certificate, calibration, error }: ReportChannel): readonly Citation[] =>
  [certificate, calibration, error].flatMap((paper) => paper?.verdict.citations ?? []);

/** Every instrument used: its certificate, its last calibration, its error, and what its stored readings are worth. */
export const instrumentTable = ({ instruments }: InspectionReport): Html =>
  instruments.length === 0
    ? html`<p class="none">${words.none}${words.stop}</p>`
    : html`<div class="wide"><table><thead><tr>${columns.map((column) => html`<th>${instrumentLabels[column]}</th>`)}</tr></thead><tbody>
${instruments.map((one) => one.channels.map((channel, at) => channelRow(one, channel, at === 0)))}</tbody></table></div>
<p class="fine">${instrumentLabels.note}</p>
${citationList(distinct(instruments.flatMap(({ channels }) => channels.flatMap(citationsOfChannel))))}`;

const channelRow = ({ name, principle }: ReportInstrument, channel: ReportChannel, first: boolean): Html =>
  html`<tr><td class="place">${first && nameCell(name, principle)}</td><td>${gasWords[channel.gas]}<br><span class="fine">${
    channel.channel
  }</span></td><td>${certificateCell(channel)}</td><td>${calibrationCell(channel)}</td><td>${errorCell(channel)}</td><td>${gradeCell(
    channel,
  )}</td></tr>
`;

const nameCell = (name: string, principle: ReportInstrument['principle']): Html =>
  html`${name}<br><span class="fine">${principle === null ? instrumentLabels.noPrinciple : principleWords[principle]}</span>`;

const markOf = ({ status, severity }: Verdict): Html => verdictMark(status, severity);

function certificateCell({ certificate }: ReportChannel): Html {
  if (certificate === null) return html`${words.noValue}`;
  const { no, from, until } = certificate.of;
  return html`${no}<br><span class="fine">${from ? `${fillSlots(instrumentLabels.from, { from })} ` : ''}${fillSlots(
    instrumentLabels.until,
    { until: until ?? words.noValue },
  )}</span><br>${markOf(certificate.verdict)}`;
}

function calibrationCell({ calibration }: ReportChannel): Html {
  if (calibration === null) return html`${words.noValue}`;
  const { date, by, certificateNo: no, standard, asFound, asLeft } = calibration.of;
  const { elapsed_d: days, limit_d: limit } = calibration.verdict.results;
  const figures =
    standard !== null &&
    fillSlots(instrumentLabels.standard, {
      ...standard,
      found: asFound ?? words.noValue,
      left: asLeft ?? words.noValue,
    });
  return html`${date}<br><span class="fine">${fillSlots(instrumentLabels.by, { by, no })}${figures && html`<br>${figures}`}<br>${
    days !== undefined && fillSlots(instrumentLabels.days, { days, limit })
  }</span><br>${markOf(calibration.verdict)}`;
}

const errorCell = ({ error }: ReportChannel): Html =>
  error === null
    ? html`${words.noValue}`
    : html`${markOf(error.verdict)}${error.verdict.workings.length > 0 && workingList(error.verdict.workings)}`;

function gradeCell({ marks: { count, notEvidence: bad, reasons } }: ReportChannel): Html {
  if (count === 0) return html`${gradeLabels.unmarked}`;
  if (bad === 0) return html`${fillSlots(gradeLabels.all, { count })}`;
  return html`<b>${fillSlots(gradeLabels.someOf, { count, notEvidence: bad, reasons: reasonsText(reasons) })}</b>`;
}
