import { addTerm, hexToSum, subtractTerm, sumToHex } from '../projections/state-hash.ts';
import type { Generation } from './generation.ts';
import type { SqliteDatabase } from './open-database.ts';

interface Sum {
  rows: number;
  sum: bigint;
  version: number;
}

/** The name under which the statuses of events are summed. */
export const STATUS_SUM = 'event_status';

/**
 * Running sums of row hashes, one per projection. They live in memory during a transaction and are written by `flush`. What is written
 * ahead is summed apart and added when it counts.
 */
export class Sums {
  readonly #generation: Generation;
  readonly #statements;
  readonly #loaded = new Map<string, Sum>();
  readonly #dirty = new Set<string>();
  readonly #ahead = new Map<string, { rows: number; sum: bigint }>();

  constructor(db: SqliteDatabase, generation: Generation) {
    this.#generation = generation;
    this.#statements = {
      read: db.prepare<[string], { rows: number; sum: string; version: number }>(
        'SELECT rows, sum, version FROM sums WHERE name = ?',
      ),
      // Not a replacement, which would write the index of names as well: this is a part of every answer.
      put: db.prepare(
        `INSERT INTO sums (name, version, rows, sum) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET version = excluded.version, rows = excluded.rows, sum = excluded.sum`,
      ),
    };
  }

  #of(name: string): Sum {
    const known = this.#loaded.get(name);
    if (known) return known;
    const row = this.#statements.read.get(name);
    const sum = row ? { ...row, sum: hexToSum(row.sum) } : { rows: 0, sum: 0n, version: 0 };
    this.#loaded.set(name, sum);
    return sum;
  }

  #aheadOf(name: string): { rows: number; sum: bigint } {
    const known = this.#ahead.get(name);
    if (known) return known;
    const sum = { rows: 0, sum: 0n };
    this.#ahead.set(name, sum);
    return sum;
  }

  add(name: string, term: bigint): void {
    const one = this.#generation.isAhead ? this.#aheadOf(name) : this.#of(name);
    one.sum = addTerm(one.sum, term);
    one.rows += 1;
    if (!this.#generation.isAhead) this.#dirty.add(name);
  }

  /** Adds what many rows that are ahead sum up to. */
  addAhead(name: string, rows: number, sum: bigint): void {
    const one = this.#aheadOf(name);
    one.sum = addTerm(one.sum, sum);
    one.rows += rows;
  }

  subtract(name: string, term: bigint): void {
    const one = this.#of(name);
    one.sum = subtractTerm(one.sum, term);
    one.rows -= 1;
    this.#dirty.add(name);
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
      const one = this.#of(name);
      one.sum = addTerm(one.sum, sum);
      one.rows += rows;
      this.#dirty.add(name);
    }
  }

  forgetAhead(): void {
    this.#ahead.clear();
  }

  set(name: string, sum: Readonly<Sum>): void {
    this.#loaded.set(name, { ...sum });
    this.#dirty.add(name);
  }

  read(name: string): Readonly<Sum> {
    return this.#of(name);
  }

  flush(): void {
    for (const name of this.#dirty) {
      const { rows, sum, version } = this.#of(name);
      this.#statements.put.run(name, version, rows, sumToHex(sum));
    }
    this.#dirty.clear();
  }

  /** Forgets what a rolled-back transaction added. */
  reset(): void {
    this.#loaded.clear();
    this.#dirty.clear();
  }
}
