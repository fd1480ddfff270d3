import { ok, type Result } from '../../vocabulary/result.ts';
import type { SlicePorts } from './slices.ts';

/** Takes back the rows that an import has made and that do not count yet: trust has changed meanwhile, or it does not come to its end. */
export async function forgetRows({ stores, turn }: Pick<SlicePorts, 'stores' | 'turn'>): Promise<Result<null>> {
  for (const table of stores.projections) {
    for (let from = table.aheadFrom; from !== null; ) {
      const start = from;
      const removed = stores.transaction(() => ok(table.removeSomeAhead(start)));
      if (!removed.ok) return removed;
      from = removed.value;
      await turn();
    }
  }
  // Only now: until its row is gone, an answer given meanwhile takes its term out of these sums.
  stores.sums.forgetAhead();
  return ok(null);
}
