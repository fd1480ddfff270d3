import { paperNumberBody } from '../../db/log/paper-bodies.ts';
import { clearedBody, orderBody, peopleBody, resumeBody, toldBody } from '../../db/log/withdrawal-bodies.ts';
import type { EventRecord } from '../../db/record.ts';
import { beijingMinute, beijingTime } from '../../reports/inspection-html/beijing-time.ts';
import { postWords } from '../../reports/withdrawal-order/order.words.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import { toldPost } from '../../vocabulary/withdrawal.ts';
import { numberText } from './paper-numbers.ts';
import { NOT_YET, orderTitles } from './withdrawal.words.ts';

const SUBJECT = /^(?:withdrawal|document)\/([0-9a-f]{32})\/([a-z]+)(?::(\w+))?$/;

const orderOf = (record: EventRecord, subject: string) => {
  const withdrawal = SUBJECT.exec(subject)?.[1];
  return withdrawal === undefined ? undefined : record.rows('withdrawals', { withdrawal })[0];
};

/** The order that a register is of, and which field of it: 撤人命令 09:12 · 人数. */
export function orderTitle(record: EventRecord, subject: string): string | null {
  const [, , field = '', which] = SUBJECT.exec(subject) ?? [];
  const order = orderOf(record, subject);
  if (!order) return null;
  const post = toldPost.safeParse(which).data;
  const name = post ? postWords[post] : orderTitles.fields[field];
  return [orderTitles.order, beijingMinute(epochMs.parse(order.issuedAt)), name ?? field].join(' ');
}

export const mineOfOrder = (record: EventRecord, subject: string): string | null =>
  orderOf(record, subject)?.mine ?? null;

const timeOf = (at: EpochMs | null) => (at === null ? NOT_YET : beijingTime(at));

/** What two machines may say differently of an order. */
export function orderSaid(body: unknown): Readonly<Record<string, unknown>> | null {
  const number = paperNumberBody.safeParse(body).data;
  if (number) return { number: numberText(number), voided: number.voided };
  const order = orderBody.safeParse(body).data;
  if (order) return { area: order.area.map(({ name }) => name), danger: order.danger, voided: order.voided?.reason };
  const people = peopleBody.safeParse(body).data;
  if (people) return { before: people.before, out: people.out };
  const resumed = resumeBody.safeParse(body).data;
  if (resumed) return { condition: resumed.condition, done: Object.keys(resumed.done), at: timeOf(resumed.at) };
  const told = toldBody.safeParse(body).data;
  if (told) return { name: told.name, at: timeOf(told.at) };
  const cleared = clearedBody.safeParse(body).data;
  return cleared ? { at: timeOf(cleared.at) } : null;
}
