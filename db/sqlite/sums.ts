import { addTerm, hexToSum, subtractTerm, sumToHex } from '../projections/state-hash.ts';
import type { Generation } from './generation.ts';
import type { LateSubjects } from './late-subjects.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

interface Sum {
  rows: number;
  sum: bigint;
  version: number;
}

/** Told of the row whose term came or went; null for a change that may be of any row. */
type Watcher = (row: number | null) => void;

/** The name under which the statuses of events are summed. */
export const STATUS_SUM = 'event_status';

/** The row that says up to which event the others sum. */
const UP_TO = 'up_to';
/** So few events are summed again at an opening. */
const MOST_LATE = 64;

/**
 * Running sums of row hashes, one per projection. They live in memory and are written down by `flush`, with the event up to which they sum. A plain
 * append may leave them for later, which spares each answer a page: what stands above that event is summed again at the next opening
 * (`state/catch-up-sums.ts`), and its subjects are read again (`LateSubjects`). What is written ahead is summed apart and added when it counts.
 */
export class Sums {
  readonly #generation: Generation;
  readonly #late: LateSubjects;
  readonly #statements;
  readonly #loaded = new Map<string, Sum>();
  readonly #dirty = new Set<string>();
  readonly #ahead = new Map<string, { rows: number; sum: bigint }>();
  /** What stood here before the transaction changed it, and whether it was written down. */
  readonly #before = new Map<string, { readonly sum: Sum; readonly wasDirty: boolean }>();
  readonly #watchers = new Map<string, Watcher>();
  #waiting = 0;
  #mayWait = true;
  #isFlushed = false;

  constructor(db: SqliteDatabase, generation: Generation, late: LateSubjects) {
    this.#generation = generation;
    this.#late = late;
    const every = db.prepare<[], { name: string; rows: number; sum: string; version: number }>(
      'SELECT name, rows, sum, version FROM sums',
    );
    for (const { name, rows, sum, version } of every.all())
      this.#loaded.set(name, { rows, sum: hexToSum(sum), version });
    const lazy = lazily(db);
    this.#statements = {
      upTo: lazy.prepare<[], { rows: number }>(`SELECT rows FROM sums WHERE name = '${UP_TO}'`),
      // Not a replacement, which would write the index of names as well.
      put: lazy.prepare(
        `INSERT INTO sums (name, version, rows, sum) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET version = excluded.version, rows = excluded.rows, sum = excluded.sum`,
      ),
      last: lazy.prepare<[], { n: number }>('SELECT n FROM events ORDER BY n DESC LIMIT 1'),
    };
  }

  #of(name: string): Sum {
    const known = this.#loaded.get(name);
    if (known) return known;
    const sum = { rows: 0, sum: 0n, version: 0 };
    this.#loaded.set(name, sum);
    return sum;
  }

  #change(name: string): Sum {
    const one = this.#of(name);
    if (!this.#before.has(name)) this.#before.set(name, { sum: { ...one }, wasDirty: this.#dirty.has(name) });
    this.#dirty.add(name);
    return one;
  }

  #aheadOf(name: string): { rows: number; sum: bigint } {
    const known = this.#ahead.get(name);
    if (known) return known;
    const sum = { rows: 0, sum: 0n };
    this.#ahead.set(name, sum);
    return sum;
  }

  /** `row`: the number of the row whose term it is. */
  add(name: string, term: bigint, row: number): void {
    const one = this.#generation.isAhead ? this.#aheadOf(name) : this.#change(name);
    this.#watchers.get(name)?.(row);
    one.sum = addTerm(one.sum, term);
    one.rows += 1;
  }

  /** Adds what many rows that are ahead sum up to. */
  addAhead(name: string, rows: number, sum: bigint): void {
    const one = this.#aheadOf(name);
    one.sum = addTerm(one.sum, sum);
    one.rows += rows;
  }

  subtract(name: string, term: bigint, row: number): void {
    const one = this.#change(name);
    this.#watchers.get(name)?.(row);
    one.sum = subtractTerm(one.sum, term);
    one.rows -= 1;
  }

  /** Takes back what was added ahead. */
  subtractAhead(name: string, term: bigint): void {
    const one = this.#aheadOf(name);
    one.sum = subtractTerm(one.sum, term);
    one.rows -= 1;
  }

  /** What was written ahead counts from now on. */
  takeAhead(): void {
    for (const [name, { rows, sum }] of this.#ahead) {
      const one = this.#change(name);
      one.sum = addTerm(one.sum, sum);
      one.rows += rows;
    }
    this.#anyRow();
  }

  forgetAhead(): void {
    this.#ahead.clear();
  }

  set(name: string, sum: Readonly<Sum>): void {
    Object.assign(this.#change(name), sum);
    this.#watchers.get(name)?.(null);
  }

  /** Tells of every change of one sum until what it gives is called. */
  watch(name: string, watcher: Watcher): () => void {
    this.#watchers.set(name, watcher);
    return () => this.#watchers.delete(name);
  }

  #anyRow(): void {
    for (const watcher of this.#watchers.values()) watcher(null);
  }

  read(name: string): Readonly<Sum> {
    return this.#of(name);
  }

  /** The number of the last event that the written sums hold. */
  get upTo(): number {
    return this.#statements.upTo.get()?.rows ?? 0;
  }

  /** This transaction changes more than new events and the rows of their subjects: its sums are not left for later. */
  mustFlush(): void {
    this.#mayWait = false;
  }

  /** Ends a transaction of plain appends: the sums stay in memory until some have gathered. */
  flushLater(): void {
    if (this.#dirty.size > 0) this.#waiting += 1;
    if (!this.#mayWait || this.#waiting >= MOST_LATE) this.flush();
  }

  /** Writes down what is not yet, and with it what subjects left for later; the last act of a transaction. */
  flush(): void {
    if (this.#dirty.size === 0) return;
    this.#late.write();
    for (const name of this.#dirty) {
      const { rows, sum, version } = this.#of(name);
      this.#statements.put.run(name, version, rows, sumToHex(sum));
    }
    this.#statements.put.run(UP_TO, 1, this.#statements.last.get()?.n ?? 0, sumToHex(0n));
    this.#isFlushed = true;
  }

  /** The transaction is durable. */
  settled(): void {
    if (this.#isFlushed) {
      this.#dirty.clear();
      this.#waiting = 0;
    }
    this.#begin();
  }

  /** Goes back to before the transaction that was rolled back. */
  reset(): void {
    for (const [name, { sum, wasDirty }] of this.#before) {
      this.#loaded.set(name, sum);
      if (!wasDirty) this.#dirty.delete(name);
    }
    this.#anyRow();
    this.#begin();
  }

  #begin(): void {
    this.#before.clear();
    this.#isFlushed = false;
    this.#mayWait = true;
  }
}
