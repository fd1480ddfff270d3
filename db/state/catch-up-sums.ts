import { statusTerm } from '../projections/state-hash.ts';
import { LateEvents } from '../sqlite/late-events.ts';
import type { Stores } from '../sqlite/stores.ts';
import { STATUS_SUM } from '../sqlite/sums.ts';
import { readRegister, registerFrom } from './refresh-registers.ts';

/**
 * Sums what was appended after the sums were written down: plain events of this machine, which changed nothing but the rows of their own subjects. Each
 * of those rows stands as it is now, and what stood there before follows from the events before. Writes nothing.
 */
export function catchUpSums(stores: Stores): void {
  const { sums } = stores;
  const { upTo } = sums;
  const events = new LateEvents(stores.db);
  const late = events.above(upTo);
  for (const { n, id, status } of late) sums.add(STATUS_SUM, statusTerm(id, status), n);
  const subjects = new Set(late.flatMap(({ subject }) => (subject === null ? [] : [subject])));
  for (const subject of subjects) {
    const before = registerFrom(events.admittedOf(subject, upTo));
    const type = (before ?? readRegister(stores, subject))?.type ?? null;
    for (const store of stores.followersOf(type)) store.sumAgain(subject, before);
  }
  sums.settled();
}
