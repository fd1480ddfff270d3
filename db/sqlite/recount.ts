import { ok, type Result } from '../../vocabulary/result.ts';
import { addTerm } from '../projections/state-hash.ts';
import { guardSqlite } from './sqlite-fault.ts';
import type { Sums } from './sums.ts';

/** How many rows there are, what they sum up to, and the number of the last of them; null where there is none. */
export interface Counted {
  readonly rows: number;
  readonly sum: bigint;
  readonly last: number | null;
}

/** Sums the first `most` rows with numbers above `from` and up to `to`. */
export type CountRows = (from: number, to: number, most: number) => Counted;

/** Rows that were counted: those with numbers above `from` and up to `to`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly sum: bigint;
}

/** Some milliseconds of work. */
const ROWS_PER_TURN = 500;

/** The stretches counted so far, in order. */
class Stretches {
  #counted: Stretch[] = [];
  #mayHaveHole = false;

  /** A row was written to: the stretch it stands in is to be counted again. Null for a change that may be anywhere. */
  touch(row: number | null): void {
    this.#counted = this.#counted.filter(({ from, to }) => row !== null && (row <= from || row > to));
    this.#mayHaveHole = true;
  }

  /** Where to go on: the first hole, else above all that was counted. */
  get next(): { readonly at: number; readonly from: number; readonly to: number | null } {
    const above = this.#mayHaveHole ? this.#counted.findIndex(({ from }, at) => from !== this.#endBelow(at)) : -1;
    this.#mayHaveHole = above >= 0;
    const at = above < 0 ? this.#counted.length : above;
    return { at, from: this.#endBelow(at), to: this.#counted[at]?.from ?? null };
  }

  put(at: number, stretch: Stretch): void {
    this.#counted.splice(at, 0, stretch);
  }

  get sum(): bigint {
    return this.#counted.reduce((total, { sum }) => addTerm(total, sum), 0n);
  }

  #endBelow(at: number): number {
    return this.#counted[at - 1]?.to ?? 0;
  }
}

/**
 * Whether the rows of a table give its running sum. They are counted in slices with work going on between them, and what was written to meanwhile is
 * counted again, so that the answer is that of one moment. `step` is told the rows of each slice. Null when it was cancelled; faults: those of the disk.
 */
export async function rowsSumUp(
  sums: Sums,
  name: string,
  count: CountRows,
  step: (rows: number) => Promise<boolean>,
): Promise<Result<boolean | null>> {
  const stretches = new Stretches();
  const unwatch = sums.watch(name, (row) => stretches.touch(row));
  try {
    for (;;) {
      const { at, from, to } = stretches.next;
      const counted = guardSqlite(() => ok(count(from, to ?? Number.MAX_SAFE_INTEGER, ROWS_PER_TURN)));
      if (!counted.ok) return counted;
      const { sum, rows, last } = counted.value;
      const end = last ?? to;
      if (end === null) return ok(stretches.sum === sums.read(name).sum);
      stretches.put(at, { from, to: end, sum });
      if (!(await step(rows))) return ok(null);
    }
  } finally {
    unwatch();
  }
}
