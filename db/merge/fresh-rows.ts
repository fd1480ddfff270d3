import { typeOfSubject } from '../log/event-types.ts';
import { registerOf } from '../projections/register.ts';
import type { Stores } from '../sqlite/stores.ts';
import type { RowSubject } from '../sqlite/subject-numbers.ts';
import type { IncomingEvent } from './incoming.ts';

/** So many subjects wait at most: some milliseconds of work. */
const MOST = 512;

/**
 * Rows of subjects that an import is the first to speak of, made while their events are at hand, so that these need not be read back. They are made as if
 * all of it were admitted; where it turns out otherwise, or more comes later, they are made again.
 */
export class FreshRows {
  readonly #stores: Stores;
  readonly #waiting = new Map<number, IncomingEvent[]>();

  constructor(stores: Stores) {
    this.#stores = stores;
  }

  /** An event of a subject that has come to be in this transaction or waits here; false where it does not, so that the row is not made here. */
  add({ n, isNew }: RowSubject, event: IncomingEvent): boolean {
    const waiting = this.#waiting.get(n);
    waiting?.push(event);
    if (!isNew || waiting) return waiting !== undefined;
    this.#waiting.set(n, [event]);
    if (this.#waiting.size === MOST) this.make();
    return true;
  }

  /** Makes what waits; at the end of the transaction at the latest, because others may write to the subject after it. */
  make(): void {
    if (this.#waiting.size === 0) return;
    const { generation, projections } = this.#stores;
    try {
      generation.ahead(() => {
        for (const [n, events] of this.#waiting) this.#makeOne(n, events);
        for (const store of projections) store.writeNew();
      });
    } finally {
      for (const store of projections) store.dropNew();
    }
    this.#waiting.clear();
  }

  #makeOne(n: number, events: readonly IncomingEvent[]): void {
    const { followersOf, showsOne } = this.#stores;
    const subject = events[0]?.header.subject ?? '';
    if (events.length === 1 && !showsOne(typeOfSubject(subject))) return;
    const register = registerOf(subject, events);
    if (!register) return;
    for (const store of followersOf(register.type)) store.applyNew(n, register);
  }
}
