import type { InspectionReport, ReportGroup, ReportItem } from '../inspection-report.ts';
import { evidenceWords } from './codes.words.ts';
import { countItems, itemsOf } from './counts.ts';
import { type Html, html, joined } from './html.ts';
import { countLabels, words } from './report.words.ts';

const columns = ['total', 'answered', 'pass', 'fail', 'unknown', 'notApplicable', 'unanswered'] as const;

/** What was owed, what was done, and by name what was not. */
export function completeness({ groups }: InspectionReport): Html {
  const items = itemsOf(groups);
  const missingKinds = (item: ReportItem) =>
    item.missingEvidence.map((kind) => evidenceWords[kind]).join(words.listComma);
  return html`<div class="wide"><table><thead><tr><th>${countLabels.group}</th>${columns.map(
    (column) => html`<th class="number">${countLabels[column]}</th>`,
  )}</tr></thead><tbody>${groups.map(countRow)}${countRow({ title: countLabels.sum, items })}</tbody></table></div>
${listOf(
  countLabels.notApplicableList,
  items.filter(({ status }) => status === 'notApplicable'),
  ({ answer }) => answer?.reason || countLabels.noReason,
)}
${listOf(
  countLabels.unansweredList,
  items.filter(({ status }) => status === 'unanswered'),
  () => '',
)}
${listOf(
  countLabels.missingEvidenceList,
  items.filter(({ status, missingEvidence }) => status !== 'unanswered' && missingEvidence.length > 0),
  missingKinds,
)}`;
}

function countRow({ title, items }: ReportGroup): Html {
  const counts = countItems(items);
  return html`<tr><th scope="row">${title}</th>${columns.map((column) => html`<td class="number">${counts[column]}</td>`)}</tr>`;
}

/** The question and its place, as it is named everywhere in the document. */
export const itemName = ({ question, place }: Pick<ReportItem, 'question' | 'place'>): string =>
  place === null ? question : `${question}（${place}）`;

function listOf(title: string, items: readonly ReportItem[], why: (item: ReportItem) => string): Html {
  return html`<dl class="lines"><dt>${title}</dt><dd>${
    items.length === 0
      ? words.none
      : html`<ul>${items.map((item) => html`<li class="text">${joined([itemName(item), why(item)], words.dash)}</li>`)}</ul>`
  }</dd></dl>`;
}
