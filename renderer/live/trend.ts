import type { Gas } from '../../vocabulary/gas.ts';
import type { Bucket } from '../ports/live-model.ts';

/** How the value went: steady, or how much it rose or fell in how many minutes. */
export type Trend =
  | { readonly kind: 'none' }
  | { readonly kind: 'steady'; readonly minutes: number }
  | { readonly kind: 'up' | 'down'; readonly minutes: number; readonly by: number };

const MINUTE_MS = 60_000;
/** Windows in minutes: the shortest that holds most of the change names it. */
const windows = [1, 3, 5, 10] as const;
const MOST = 0.8;

/** Change that counts as none, in the channel's own unit; product default. */
const steadyWithin: Readonly<Partial<Record<Gas, number>>> = { CH4: 0.1, CO2: 0.1, O2: 0.3, CO: 3, H2S: 0.6 };
const FALLBACK = 0.1;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean of the quarter of a minute that ends `backMs` before the newest value; null where nothing was measured. */
function around(history: readonly Bucket[], at: number): number | null {
  const near = history.filter((bucket) => Math.abs(bucket.at - at) <= MINUTE_MS / 4).map((bucket) => bucket.last);
  return near.length === 0 ? null : mean(near);
}

/** The trend of the last ten minutes, or of as many as there are. Less than a minute is no trend. */
export function trendOf(history: readonly Bucket[], gas: Gas): Trend {
  const newest = history.at(-1);
  const oldest = history[0];
  if (!newest || !oldest || newest.at - oldest.at < MINUTE_MS) return { kind: 'none' };
  const now = around(history, newest.at);
  const changes = windows.flatMap((minutes) => {
    const then = around(history, newest.at - minutes * MINUTE_MS);
    return then === null || now === null ? [] : [{ minutes, change: now - then }];
  });
  const longest = changes.at(-1);
  if (!longest) return { kind: 'none' };
  const most = changes.reduce((a, b) => (Math.abs(b.change) > Math.abs(a.change) ? b : a));
  const limit = steadyWithin[gas] ?? FALLBACK;
  if (Math.abs(most.change) < limit) return { kind: 'steady', minutes: longest.minutes };
  const shortest = changes.find(
    (one) => one.change * most.change > 0 && Math.abs(one.change) >= MOST * Math.abs(most.change),
  );
  const chosen = shortest ?? most;
  return { kind: chosen.change > 0 ? 'up' : 'down', minutes: chosen.minutes, by: Math.abs(chosen.change) };
}

/** Whether, going on like this, the value reaches the limit within `minutes`. */
export function reachesWithin(trend: Trend, distance: number, minutes: number): boolean {
  if (trend.kind !== 'up' && trend.kind !== 'down') return false;
  return distance > 0 && (trend.by / trend.minutes) * minutes >= distance;
}
