import type { PersonId } from '../vocabulary/ids.ts';
import { ok, type Result } from '../vocabulary/result.ts';
import { appendEvent, type EventDraft, type StoredEvent } from './log/append-event.ts';
import { appendEvents } from './log/append-events.ts';
import { currentLog, endOwnLog, holdsMarkedEvent, type WriterPorts } from './log/own-log.ts';
import { SEAL_EVERY_MS, sealLog } from './log/seal.ts';
import type { ExportPorts } from './merge/export-events.ts';
import { type FoldOptions, foldTail } from './readings/fold-tail.ts';

type LogPorts = Pick<WriterPorts, 'stores' | 'key' | 'marks'>;

/** Writes what this machine records into its own log: notices an old copy of the folder before the first write, and knows how long something waits for its seal. */
export class OwnWriter {
  readonly #log: LogPorts;
  readonly #live: () => ExportPorts;
  #markChecked = false;
  #waitsSince: number | null;

  /** `live`: the ports of the moment in which something is written. */
  constructor(log: LogPorts, live: () => ExportPorts) {
    this.#log = log;
    this.#live = live;
    // What an earlier session left unsealed has waited long enough.
    this.#waitsSince = this.#hasUnsealed() ? Number.NEGATIVE_INFINITY : null;
  }

  append(draft: EventDraft): Result<StoredEvent> {
    const marked = this.#continueOrBegin();
    const stored = marked.ok ? appendEvent(this.#live(), draft) : marked;
    if (stored.ok) this.#waits();
    return stored;
  }

  appendAll(drafts: readonly EventDraft[]): Result<readonly StoredEvent[]> {
    const marked = this.#continueOrBegin();
    const stored = marked.ok ? appendEvents(this.#live(), drafts) : marked;
    if (stored.ok && drafts.length > 0) this.#waits();
    return stored;
  }

  /** Puts readings that wait into blocks; gives how many blocks there are. */
  fold(options: FoldOptions, person: PersonId): Result<number> {
    const marked = this.#continueOrBegin();
    const folded = marked.ok ? foldTail({ ...this.#live(), person }, options) : marked;
    if (folded.ok && folded.value > 0) this.#waits();
    return folded;
  }

  seal(): Result<StoredEvent | null> {
    const marked = this.#continueOrBegin();
    const sealed = marked.ok ? sealLog(this.#live()) : marked;
    if (sealed.ok) this.sealed();
    return sealed;
  }

  /** Something has waited for its seal as long as it may. */
  get isSealDue(): boolean {
    return this.#waitsSince !== null && this.#live().clock.mono() - this.#waitsSince >= SEAL_EVERY_MS;
  }

  /** Nothing waits any more. */
  sealed(): void {
    this.#waitsSince = null;
  }

  #waits(): void {
    this.#waitsSince ??= this.#live().clock.mono();
  }

  /** Before the first own write of a session: a folder that lacks the marked event is an old copy and goes on under a new log. */
  #continueOrBegin(): Result<null> {
    if (this.#markChecked) return ok(null);
    const own = currentLog(this.#log);
    const holds = own ? holdsMarkedEvent(this.#log, own.log) : ok(true);
    if (!holds.ok) return holds;
    this.#markChecked = true;
    if (holds.value) return ok(null);
    return this.#log.stores.transaction(() => {
      endOwnLog(this.#log);
      return ok(null);
    });
  }

  #hasUnsealed(): boolean {
    const own = currentLog(this.#log);
    const head = own && this.#log.stores.events.head(own.log);
    return head !== null && head !== undefined && head.type !== 'log.seal';
  }
}
