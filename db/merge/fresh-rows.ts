import { registerOf } from '../projections/register.ts';
import type { Stores } from '../sqlite/stores.ts';
import { applyRegister } from '../state/refresh-registers.ts';
import type { IncomingEvent } from './incoming.ts';

/** So many wait at most: a short piece of work. */
const MOST = 64;

interface Fresh {
  readonly n: number;
  readonly event: IncomingEvent;
}

/**
 * Rows of subjects that an import is the first to speak of, made while their event is at hand, so that it need not be read back. They are made as if it
 * were admitted and the only one; where it turns out otherwise they are made again.
 */
export class FreshRows {
  readonly #stores: Stores;
  #waiting: Fresh[] = [];

  constructor(stores: Stores) {
    this.#stores = stores;
  }

  /** The first event of a subject that has come to be in this transaction. */
  add(n: number, event: IncomingEvent): void {
    this.#waiting.push({ n, event });
    if (this.#waiting.length === MOST) this.make();
  }

  /** Makes what waits; at the end of the transaction at the latest, because others may write to the subject after it. */
  make(): void {
    const made = this.#waiting;
    if (made.length === 0) return;
    this.#waiting = [];
    this.#stores.generation.ahead(() => {
      for (const { n, event } of made)
        applyRegister(this.#stores, { n, isNew: true }, registerOf(event.header.subject, [event]));
    });
  }
}
