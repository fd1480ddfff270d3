import type { RegisterEvent } from '../projections/register.ts';
import type { RowSubject } from '../sqlite/subject-numbers.ts';
import type { IncomingEvent } from './incoming.ts';

/** How much text is kept: what some tablets bring of a day. More would be carried from one heap to the next until its rows are made, and cost what it spares. */
const KEPT_LENGTH = 2 * 1024 * 1024;

/**
 * The events of subjects that an import is the first to speak of, kept from staging until their rows are made, so that they need not be read back.
 * What is not kept is read back.
 */
export class FreshEvents {
  readonly #events = new Map<number, IncomingEvent[]>();
  readonly #mostLength: number;
  #length = 0;

  constructor(mostLength = KEPT_LENGTH) {
    this.#mostLength = mostLength;
  }

  /** In the order they are staged: the first event of a subject says whether the subject is new. */
  add({ n, isNew }: RowSubject, event: IncomingEvent): void {
    const events = isNew ? [] : this.#events.get(n);
    if (!events) return;
    this.#length += event.headerText.length + event.bodyText.length;
    if (this.#length > this.#mostLength) {
      // All events of a subject or none.
      this.#events.delete(n);
      return;
    }
    events.push(event);
    if (isNew) this.#events.set(n, events);
  }

  /** The events of a subject, once; null where they are not kept. */
  take(n: number): readonly RegisterEvent[] | null {
    const events = this.#events.get(n);
    this.#events.delete(n);
    return events?.map(({ id, header, body }) => ({ id, header, body })) ?? null;
  }
}
