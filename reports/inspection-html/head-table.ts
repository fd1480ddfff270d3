import { fillSlots } from '../../vocabulary/words.ts';
import type { InspectionReport } from '../inspection-report.ts';
import { beijingMinute } from './beijing-time.ts';
import { hydroWords, kindWords, placeWords } from './codes.words.ts';
import { countItems, itemsOf } from './counts.ts';
import { type Html, html, joined } from './html.ts';
import { headLabels, words } from './report.words.ts';

const orNone = (text: string): string => (text === '' ? words.none : text);
const named = (names: readonly string[]): string => orNone(joined(names, words.listComma));

const officersOf = ({ officers }: InspectionReport): string =>
  named(
    officers.map(({ name, certificateNo }) =>
      certificateNo === '' ? name : `${name}（${fillSlots(headLabels.certificateNo, { no: certificateNo })}）`,
    ),
  );

const timeOf = ({ openedAt, signedAt }: InspectionReport): string =>
  `${beijingMinute(openedAt)} ${words.to} ${signedAt === null ? headLabels.untilNow : beijingMinute(signedAt)}`;

const placesOf = ({ places }: InspectionReport): string =>
  named(
    places.map(
      ({ name, code, from }) =>
        `${name}（${joined([placeWords[code], from === null ? '' : beijingMinute(from)], words.comma)}）`,
    ),
  );

/** The block at the head, in the order of the printed form, and the sentence that opens the record. */
export function headTable(report: InspectionReport): Html {
  const signed = report.signoffs.map(({ by, at, gaps }) =>
    fillSlots(gaps > 0 ? headLabels.signedWithGaps : headLabels.signed, { by, time: beijingMinute(at), n: gaps }),
  );
  const rows: readonly (readonly [string, string])[] = [
    [headLabels.mine, report.mine],
    [headLabels.kind, kindWords[report.kind]],
    [headLabels.hydroType, hydroWords[report.hydroType]],
    [headLabels.date, report.date],
    [headLabels.time, timeOf(report)],
    [headLabels.planNo, orNone(report.planNo)],
    [headLabels.places, placesOf(report)],
    [headLabels.officers, officersOf(report)],
    [headLabels.accompanying, named(report.accompanying)],
    [headLabels.state, signed.length > 0 ? joined(signed, words.comma) : headLabels.unsigned],
  ];
  return html`<table class="head"><tbody>${rows.map(
    ([label, value]) => html`<tr><th scope="row">${label}</th><td class="text">${value}</td></tr>`,
  )}</tbody></table>
<p class="opening">${opening(report)}</p>`;
}

function opening(report: InspectionReport): string {
  const { total, answered, pass, fail, unknown, notApplicable, unanswered } = countItems(itemsOf(report.groups));
  return fillSlots(headLabels.opening, {
    officers: named(report.officers.map(({ name }) => name)),
    date: report.date,
    mine: report.mine,
    kind: kindWords[report.kind],
    plan: report.planNo === '' ? '' : fillSlots(headLabels.openingPlan, { planNo: report.planNo }),
    total,
    answered,
    pass,
    fail,
    unknown,
    notApplicable,
    unanswered,
  });
}
