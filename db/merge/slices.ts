import { ok, type Result } from '../../vocabulary/result.ts';
import type { Stores } from '../sqlite/stores.ts';

/** The longest stretch of work in one transaction; writing it down takes about as long again. An answer given meanwhile waits for no more. */
export const SLICE_MS = 25;
const ITEMS_PER_LOOK = 32;

export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export interface SlicePorts {
  readonly stores: Stores;
  /** Milliseconds of a monotonic clock. */
  readonly mono: () => number;
  readonly signal: AbortSignal | null;
  /** Lets others have their turn. */
  readonly turn: () => Promise<void>;
}

interface SliceWork {
  /** The last act of each transaction. */
  readonly ending?: () => void;
  /** Between the transactions. */
  readonly after?: () => void;
  readonly where?: 'now' | 'ahead';
}

/**
 * Does a step for every item in transactions of at most `SLICE_MS`, with a turn of the event loop between them. Gives false when it was cancelled;
 * a fault of an item or of the disk ends it.
 */
export async function inSlices<T>(
  { stores, mono, signal, turn }: SlicePorts,
  items: Iterable<T>,
  step: (item: T) => Result<unknown>,
  { ending = () => {}, after = () => {}, where = 'now' }: SliceWork = {},
): Promise<Result<boolean>> {
  const iterator = items[Symbol.iterator]();
  for (let more = true; more; ) {
    if (signal?.aborted) return ok(false);
    const slice = () => {
      const done = oneSlice(iterator, step, mono);
      if (done.ok) ending();
      return done;
    };
    const done = stores.transaction(() => (where === 'ahead' ? stores.generation.ahead(slice) : slice()));
    if (!done.ok) return done;
    more = done.value;
    after();
    await turn();
    const folded = stores.journal.foldIfLong();
    if (!folded.ok) return folded;
    if (folded.value) await turn();
  }
  return ok(!signal?.aborted);
}

/** Whether something is left. */
function oneSlice<T>(items: Iterator<T>, step: (item: T) => Result<unknown>, mono: () => number): Result<boolean> {
  const until = mono() + SLICE_MS;
  for (let count = 1; ; count += 1) {
    const next = items.next();
    if (next.done) return ok(false);
    const done = step(next.value);
    if (!done.ok) return done;
    if (count % ITEMS_PER_LOOK === 0 && mono() >= until) return ok(true);
  }
}
