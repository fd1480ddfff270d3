import { condemnedBy, everyPoint, layPoints, withPoints } from '../../rules/assessment/points.ts';
import { amountIn, valuesOf } from '../../rules/assessment/values.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import { type Html, html } from '../inspection-html/html.ts';
import { words } from '../inspection-html/report.words.ts';
import { assessmentWords } from './assessment.words.ts';
import type { AssessmentFacts, ReportPoint } from './assessment-facts.ts';
import { sourceText } from './figure-table.ts';

/** Every test point as it was measured, and how they lie along the tested area. */
export function pointTable(facts: AssessmentFacts): Html {
  const { points } = facts;
  if (points.length === 0) return html`<p class="none">${assessmentWords.noPoints}</p>`;
  const columns = Object.values(assessmentWords.pointColumns);
  return html`<div class="wide"><table><thead><tr>${columns.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>
${points.map(pointRow)}</tbody></table></div>
${layout(facts).map((line) => html`<p class="fine">${line}</p>`)}`;
}

function pointRow(point: ReportPoint): Html {
  const { no, place, at_m, date, content_m3PerT, pressure_MPa, others } = point;
  const amount = (value: string | null) => html`<td class="number">${value ?? assessmentWords.notGiven}</td>`;
  return html`<tr><td class="number">${no}</td><td class="text">${place}</td>${amount(at_m)}<td class="short">${
    date ?? assessmentWords.notGiven
  }</td>${amount(content_m3PerT)}${amount(pressure_MPa)}<td class="text">${sourceText(point)}${others.map(
    (other) =>
      html`<br><span class="tag">${fillSlots(assessmentWords.others, {
        others: [other.content_m3PerT, other.pressure_MPa]
          .map((value) => value ?? assessmentWords.notGiven)
          .join(words.listComma),
      })}</span>`,
  )}</td></tr>
`;
}

function layout({ points, figures, subs }: AssessmentFacts): readonly string[] {
  const all = everyPoint(points);
  const values = withPoints(valuesOf(figures).values, all);
  const laid = layPoints(all, values);
  if (!laid) return [];
  const { verdict } = subs.outburst;
  const { criticalPressure_MPa: pressure, criticalContent_m3PerT: content } = verdict.facts;
  const radius = verdict.results.condemnedRadius_m;
  const condemned =
    verdict.status === 'fail' &&
    typeof pressure === 'string' &&
    typeof content === 'string' &&
    typeof radius === 'number'
      ? condemnedBy(
          all,
          { pressure_MPa: pressure, content_m3PerT: content, radius_m: radius },
          amountIn(values, 'strikeLength_m')?.toFixed() ?? null,
        )
      : [];
  const stretch = ({ from_m, to_m }: { readonly from_m: string; readonly to_m: string }) => ({
    from: from_m,
    to: to_m,
  });
  return [
    fillSlots(assessmentWords.pointsSay, { measured: laid.measured }),
    ...laid.stretches.map((one) =>
      fillSlots(assessmentWords.stretch, { ...stretch(one), found: one.found, needed: one.needed }),
    ),
    ...(laid.unplaced > 0 ? [fillSlots(assessmentWords.unplaced, { n: laid.unplaced })] : []),
    ...(laid.outside > 0 ? [fillSlots(assessmentWords.outside, { n: laid.outside })] : []),
    ...(laid.counted === null ? [] : [fillSlots(assessmentWords.counted, { n: laid.counted })]),
    ...(condemned.length > 0
      ? [
          fillSlots(assessmentWords.condemned, {
            stretches: condemned
              .map((one) => fillSlots(assessmentWords.stretchPlain, stretch(one)))
              .join(words.listComma),
          }),
        ]
      : []),
  ];
}
