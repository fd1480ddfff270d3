import { addTerm, hexToSum, subtractTerm, sumToHex } from '../projections/state-hash.ts';
import type { SqliteDatabase } from './open-database.ts';

interface Sum {
  rows: number;
  sum: bigint;
  version: number;
}

/** The name under which the statuses of events are summed. */
export const STATUS_SUM = 'event_status';

/** Running sums of row hashes, one per projection. They live in memory during a transaction and are written by `flush`. */
export class Sums {
  readonly #db: SqliteDatabase;
  readonly #loaded = new Map<string, Sum>();
  readonly #dirty = new Set<string>();

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  #of(name: string): Sum {
    const known = this.#loaded.get(name);
    if (known) return known;
    const row = this.#db
      .prepare<[string], { rows: number; sum: string; version: number }>(
        'SELECT rows, sum, version FROM sums WHERE name = ?',
      )
      .get(name);
    const sum = row ? { ...row, sum: hexToSum(row.sum) } : { rows: 0, sum: 0n, version: 0 };
    this.#loaded.set(name, sum);
    return sum;
  }

  add(name: string, term: bigint): void {
    const one = this.#of(name);
    one.sum = addTerm(one.sum, term);
    one.rows += 1;
    this.#dirty.add(name);
  }

  subtract(name: string, term: bigint): void {
    const one = this.#of(name);
    one.sum = subtractTerm(one.sum, term);
    one.rows -= 1;
    this.#dirty.add(name);
  }

  set(name: string, sum: Readonly<Sum>): void {
    this.#loaded.set(name, { ...sum });
    this.#dirty.add(name);
  }

  read(name: string): Readonly<Sum> {
    return this.#of(name);
  }

  flush(): void {
    const put = this.#db.prepare('INSERT OR REPLACE INTO sums (name, version, rows, sum) VALUES (?, ?, ?, ?)');
    for (const name of this.#dirty) {
      const { rows, sum, version } = this.#of(name);
      put.run(name, version, rows, sumToHex(sum));
    }
    this.#dirty.clear();
  }

  /** Forgets what a rolled-back transaction added. */
  reset(): void {
    this.#loaded.clear();
    this.#dirty.clear();
  }
}
