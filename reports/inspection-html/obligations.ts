import { countStandings, type Standing, standingOf } from '../../rules/checklist/completeness.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport, ReportItem, ReportPlan } from '../inspection-report.ts';
import { beijingMinute } from './beijing-time.ts';
import { itemsOf } from './counts.ts';
import { type Html, html } from './html.ts';
import { owedLabels, standingWords, words } from './report.words.ts';

interface OwedLine {
  readonly item: ReportItem;
  readonly standing: Standing;
  readonly reason: string;
  readonly by: string;
}

/** Every obligation (mine, item, place, period) as it stands, with the reason and the name behind what was not settled. */
export function obligationTable(report: InspectionReport): Html {
  const lines = itemsOf(report.groups).map((item) => lineOf(item, report));
  const counts = countStandings(lines.map(({ standing, reason }) => ({ standing, explained: reason !== '' })));
  const { period } = report;
  const when = period === null ? report.date : `${period.from} ${words.to} ${period.to}`;
  return html`<p>${fillSlots(owedLabels.sum, { mine: report.mine, when, ...counts })}</p>
<div class="wide"><table><thead><tr><th>${owedLabels.number}</th><th>${owedLabels.item}</th><th>${owedLabels.place}</th><th>${owedLabels.standing}</th><th>${owedLabels.reason}</th></tr></thead><tbody>
${lines.map(
  ({ item, standing, reason, by }, at) =>
    html`<tr><td class="number">${at + 1}</td><td class="text">${item.question}</td><td class="text">${
      item.place ?? owedLabels.wholeMine
    }</td><td class="short">${standingWords[standing]}</td><td class="text">${reason}${
      by !== '' && html`<br><span class="fine">${by}</span>`
    }</td></tr>
`,
)}</tbody></table></div>`;
}

/** A reason written at the signing goes before the answer's own: it was the last word on a row that stayed open. */
function lineOf(item: ReportItem, { gaps }: InspectionReport): OwedLine {
  const standing = standingOf({ status: item.status, reason: item.answer?.reason ?? '' });
  const gap = gaps.find(({ itemId, place }) => itemId === item.itemId && place === item.place);
  const { answer } = item;
  const answeredBy = answer ? `${answer.author} ${beijingMinute(answer.savedAt)}` : '';
  if (standing === 'settled') return { item, standing, reason: '', by: answeredBy };
  if (gap) return { item, standing, reason: gap.reason, by: `${gap.by} ${beijingMinute(gap.at)}` };
  return { item, standing, reason: answer?.reason ?? owedLabels.noReason, by: answeredBy };
}

/** What was planned and never begun, or taken back: owed, and in no inspection. */
export const planList = (plans: readonly ReportPlan[]): Html =>
  html`<ol>${plans.map(
    (plan) =>
      html`<li class="text">${fillSlots(owedLabels.plan, {
        mine: plan.mine,
        no: plan.no,
        from: plan.period.from,
        to: plan.period.to,
        owed: plan.owed,
        officers: plan.officers.join(words.listComma),
      })}${
        plan.cancelled === null
          ? owedLabels.notBegun
          : fillSlots(owedLabels.cancelled, {
              by: plan.cancelled.by,
              time: beijingMinute(plan.cancelled.at),
              reason: plan.cancelled.reason,
            })
      }</li>`,
  )}</ol>`;
