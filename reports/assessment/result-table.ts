import { subIds } from '../../rules/assessment/assess.ts';
import { fieldLabel } from '../../rules/assessment/fields.ts';
import { type AssessedFigure, figuresOf, margin, shownFigure } from '../../rules/assessment/figures.ts';
import { type SubId, subWords } from '../../rules/assessment/steps.words.ts';
import { subSpecs } from '../../rules/assessment/subs.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import { type Html, html } from '../inspection-html/html.ts';
import { verdictMark } from '../inspection-html/mark.ts';
import { itemLabels, words } from '../inspection-html/report.words.ts';
import { assessmentWords } from './assessment.words.ts';
import type { AssessmentFacts, JudgedUnit, ReportSub } from './assessment-facts.ts';

const withUnit = (amount: string, unit: string): string => `${amount} ${unit}`.trimEnd();

/** `可解吸瓦斯量 5.32 m³/t，超过5 m³/t（超出0.32 m³/t）` */
function sayFigure(figure: AssessedFigure): string {
  const { label, amount, unit, limit, comparator } = figure;
  const stands = margin(figure);
  const shown = withUnit(shownFigure(amount, limit), unit);
  if (stands === null || limit === null)
    return fillSlots(assessmentWords.plainFigure, { label: label.zh, amount: shown });
  const by = withUnit(shownFigure(stands.by, '0'), unit);
  const missed = comparator === '>=' ? assessmentWords.short : assessmentWords.over;
  return fillSlots(assessmentWords.figure, {
    label: label.zh,
    amount: shown,
    sign: assessmentWords.signs[stands.kept ? 'kept' : 'broken'][comparator],
    limit: withUnit(shownFigure(limit, null), unit),
    margin: fillSlots(stands.kept ? assessmentWords.left : missed, { by }),
  });
}

/** What a verdict lacks in the words of the form; empty where it lacks nothing. */
export const missingText = ({ missing, verdict }: ReportSub): string =>
  verdict.status === 'unknown' && missing.length > 0
    ? fillSlots(assessmentWords.missing, {
        fields: [...new Set(missing.map((field) => fieldLabel(field).zh))].join(words.listComma),
      })
    : '';

function figureCell(id: SubId, { subs }: JudgedUnit): string {
  const sub = subs[id];
  const failed = sub.verdict.facts.failedItems;
  if (id === 'base' && Array.isArray(failed) && failed.length > 0)
    return fillSlots(assessmentWords.failedItems, { items: failed.join(words.listComma) });
  return missingText(sub) || figuresOf(id, sub.verdict).map(sayFigure).join('；');
}

/** A formula gives a figure and neither passes nor fails. */
const verdictCell = (id: SubId, { subs }: JudgedUnit): Html => {
  const { verdict, byCompany } = subs[id];
  const isFigure = subSpecs[id].computes === true && verdict.status === 'notApplicable' && verdict.workings.length > 0;
  return html`${isFigure ? assessmentWords.formula : verdictMark(verdict.status, verdict.severity)}${
    byCompany !== null &&
    html`<br><span class="tag stroke">${itemLabels.company}</span> ${verdictMark(byCompany.status, byCompany.severity)}`
  }`;
};

/** Every verdict in one line, with what it was in the quarter before. */
export function resultTable(facts: AssessmentFacts): Html {
  const { before } = facts;
  const { no, sub, verdict, figure, before: earlier } = assessmentWords.columns;
  const quarter =
    before === null ? '' : fillSlots(assessmentWords.quarter, { year: before.year, quarter: before.quarter });
  return html`<table><thead><tr><th>${no}</th><th>${sub}</th><th>${verdict}</th><th>${figure}</th>${
    before !== null && html`<th>${fillSlots(earlier, { quarter })}</th>`
  }</tr></thead><tbody>
${subIds.map(
  (id, at) =>
    html`<tr><td class="number">${at + 1}</td><td class="place">${subWords[id].zh}</td><td class="short">${verdictCell(id, facts)}</td><td>${figureCell(
      id,
      facts,
    )}</td>${before !== null && html`<td>${verdictCell(id, before)}<br><span class="fine">${figureCell(id, before)}</span></td>`}</tr>
`,
)}</tbody></table>${before === null && html`<p class="fine">${assessmentWords.noBefore}</p>`}`;
}
