import type { Citation } from '../../vocabulary/verdict.ts';
import { fillSlots } from '../../vocabulary/words.ts';
import { beijingClock, beijingMinute, beijingTime } from '../inspection-html/beijing-time.ts';
import { type Html, html, joined } from '../inspection-html/html.ts';
import { words } from '../inspection-html/report.words.ts';
import { orderWords, postWords, stepWords } from './order.words.ts';
import type { OrderFacts } from './order-facts.ts';

/** The number, or the mark that stands for it until it is given; the mark stays, so that an earlier print is found again. */
export const numberLine = ({ number, mark }: OrderFacts): string =>
  fillSlots(number === null ? orderWords.noNumber : orderWords.withMark, { number: number ?? '', mark });

/** What became of other numbers of the same order: nothing that was ever printed disappears. */
export function otherNumbers({ number, otherNumbers: others }: OrderFacts): readonly string[] {
  const waiting = others.filter(({ reason }) => reason === '').map((one) => one.number);
  const gone = others.filter(({ reason }) => reason !== '').map((one) => fillSlots(orderWords.numberVoid, one));
  const list = (numbers: readonly string[]) => numbers.join(words.listComma);
  return [
    ...(waiting.length > 0
      ? [fillSlots(orderWords.numbersWait, { numbers: list([...(number === null ? [] : [number]), ...waiting]) })]
      : []),
    ...(gone.length > 0 ? [fillSlots(orderWords.numbersVoid, { numbers: list(gone) })] : []),
  ];
}

const basisText = (citations: readonly Citation[]): string =>
  citations.map(({ title, article }) => `${title}${article ?? orderWords.articleUnset}`).join(words.listComma);

/** What was found, where and when, and what is ordered. */
export function orderSentences({ foundAt, foundPlace, danger, citations }: OrderFacts): readonly string[] {
  const slots = { time: beijingMinute(foundAt), place: foundPlace, danger: danger.replace(/。$/, '') };
  return [
    fillSlots(foundPlace === '' ? orderWords.foundNoPlace : orderWords.found, slots),
    citations.length === 0 ? orderWords.noBasis : fillSlots(orderWords.basis, { basis: basisText(citations) }),
  ];
}

export function peopleText({ people: { before, out, missing, source } }: OrderFacts): string {
  if (before === null && out === null) return orderWords.notCounted;
  const count = (words: string, n: number | null) => fillSlots(words, { n: n ?? orderWords.blank });
  const rest =
    missing === null ? '' : missing === 0 ? orderWords.nobodyMissing : fillSlots(orderWords.missing, { n: missing });
  const figures = joined([count(orderWords.before, before), count(orderWords.out, out), rest], words.comma);
  return joined([figures, source === '' ? '' : fillSlots(orderWords.source, { source })], words.stop);
}

const orBlank = (text: string): string => (text === '' ? orderWords.blank : text);

/** Everything that is filled in while people leave and after; what is not known yet is left blank for a pen. */
export function laterRows(facts: OrderFacts): readonly (readonly [string, string])[] {
  const { labels, toldLine } = orderWords;
  const { issuedAt, issuedBy, told, clearedAt, resume, photos } = facts;
  const toldText = told.map(({ post, name, at }) =>
    fillSlots(toldLine, { post: postWords[post], name, time: beijingClock(at) }),
  );
  const done = resume.done.map(({ step, at }) => `${stepWords[step]} ${beijingMinute(at)}`);
  return [
    [labels.issuedAt, beijingTime(issuedAt)],
    [labels.issuedBy, orBlank(issuedBy)],
    [labels.people, peopleText(facts)],
    [labels.told, orBlank(toldText.join(words.listComma))],
    [labels.cleared, orBlank(clearedAt === null ? '' : beijingTime(clearedAt))],
    [labels.resume, orBlank(resume.condition)],
    [labels.done, orBlank(done.join(words.listComma))],
    [labels.allowed, orBlank(resume.at === null ? '' : beijingTime(resume.at))],
    ...(photos.length > 0 ? [[labels.photos, String(photos.length)] as const] : []),
  ];
}

export const rowTable = (rows: readonly (readonly [string, string])[]): Html =>
  html`<table class="head"><tbody>${rows.map(
    ([label, value]) => html`<tr><th scope="row">${label}</th><td class="text">${value}</td></tr>`,
  )}</tbody></table>`;

export const voidedLine = ({ voided }: OrderFacts): string | null =>
  voided && fillSlots(orderWords.voided, { time: beijingMinute(voided.at), reason: voided.reason });
