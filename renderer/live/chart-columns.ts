import type { Bucket } from '../ports/live-model.ts';

/** A stretch without measurements, in milliseconds of the wall clock. */
export interface Hole {
  readonly from: number;
  readonly to: number;
}

/** What the chart draws: times in seconds, values with null where nothing was measured, and the stretches without. */
export interface ChartColumns {
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
  readonly holes: readonly Hole[];
}

/** Silence that breaks the line: five columns of three seconds. */
const HOLE_MS = 15_000;

/**
 * The columns between two times. Of a column the value farthest from its neighbour is drawn first, so that no peak is lost;
 * a line never spans a hole, at the end neither.
 */
export function chartColumns(history: readonly Bucket[], from: number, to: number): ChartColumns {
  const times: number[] = [];
  const values: (number | null)[] = [];
  const holes: Hole[] = [];
  let last: number | null = null;
  const breakAt = (at: number) => {
    times.push(at / 1000);
    values.push(null);
  };
  for (const bucket of history) {
    if (bucket.at < from || bucket.at > to) continue;
    if (last !== null && bucket.at - last > HOLE_MS) {
      holes.push({ from: last, to: bucket.at });
      breakAt(last + 1);
    }
    times.push(bucket.at / 1000);
    values.push(bucket.min);
    if (bucket.max !== bucket.min) {
      times.push(bucket.at / 1000 + 1);
      values.push(bucket.max);
    }
    last = bucket.at;
  }
  if (last !== null && to - last > HOLE_MS) {
    holes.push({ from: last, to });
    breakAt(last + 2000);
  }
  return { times, values, holes };
}

export interface Summary {
  readonly highest: number;
  readonly lowest: number;
  readonly mean: number;
}

/** Highest, lowest and mean of what was measured; null where nothing was. */
export function summaryOf(history: readonly Bucket[]): Summary | null {
  if (history.length === 0) return null;
  return {
    highest: Math.max(...history.map((bucket) => bucket.max)),
    lowest: Math.min(...history.map((bucket) => bucket.min)),
    mean: history.reduce((sum, bucket) => sum + (bucket.min + bucket.max) / 2, 0) / history.length,
  };
}

/** What the recorder kept per minute, put before what this screen has heard itself. */
export function withEarlier(
  minutes: readonly { readonly minute: number; readonly min: number | null; readonly max: number | null }[],
  heard: readonly Bucket[],
): readonly Bucket[] {
  const firstHeard = heard[0]?.at ?? Number.POSITIVE_INFINITY;
  const kept = minutes.filter((one) => one.minute < firstHeard);
  // a minute is drawn as a column every twelve seconds, so that a kept hour is a line and not a row of holes
  const earlier = kept.flatMap(({ minute, min, max }) =>
    min === null || max === null
      ? []
      : [0, 12_000, 24_000, 36_000, 48_000].map((after) => ({ at: minute + after, min, max, last: (min + max) / 2 })),
  );
  return [...earlier.filter((bucket) => bucket.at < firstHeard), ...heard];
}
