import type { LazyStatement, LazyStatements } from './lazy-statements.ts';

type Values = (string | number | Buffer | null)[];

/** So many rows in one call take a good deal less than as many calls. */
const AT_ONCE = 16;

/** Rows of one shape that are written many at a time: what was added is in the table after `write`, at the latest. */
export class ManyRows {
  readonly #one: LazyStatement<[Values], unknown>;
  readonly #many: LazyStatement<[Values], unknown>;
  readonly #columns: number;
  #waiting: Values = [];

  /** `into`: up to `VALUES`; `row`: the places of one row, so many of them to be filled. */
  constructor(lazy: LazyStatements, into: string, row: string, columns: number) {
    this.#columns = columns;
    this.#one = lazy.prepare<[Values]>(`${into} ${row}`);
    this.#many = lazy.prepare<[Values]>(`${into} ${Array(AT_ONCE).fill(row).join(', ')}`);
  }

  /** The number of the first row of those written by this; null where they wait. */
  add(...values: Values): number | null {
    this.#waiting.push(...values);
    return this.#waiting.length < AT_ONCE * this.#columns ? null : this.write();
  }

  /** The number of the first row that waited; null where none did. */
  write(): number | null {
    const waiting = this.#waiting;
    const rows = waiting.length / this.#columns;
    this.#waiting = [];
    if (rows === AT_ONCE) return Number(this.#many.run(waiting).lastInsertRowid) - rows + 1;
    let first: number | null = null;
    for (let at = 0; at < waiting.length; at += this.#columns) {
      const { lastInsertRowid } = this.#one.run(waiting.slice(at, at + this.#columns));
      first ??= Number(lastInsertRowid);
    }
    return first;
  }

  /** What waits does not come to be: its transaction was rolled back. */
  drop(): void {
    this.#waiting = [];
  }
}
