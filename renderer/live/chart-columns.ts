import { type Bucket, HOLE_MS, type Span } from '../ports/live-model.ts';

/** What the chart draws: times in seconds, values with null where nothing was measured, and the stretches without. */
export interface ChartColumns {
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
  /** Nothing is known of these. */
  readonly holes: readonly Span[];
  /** Past the range: known, and graver than any number. */
  readonly over: readonly Span[];
}

export interface ChartHistory {
  readonly buckets: readonly Bucket[];
  readonly over: readonly Span[];
}

/** What of `hole` is left when the known stretches are taken out; slivers shorter than a silence are none. */
function without(hole: Span, known: readonly Span[]): Span[] {
  let from = hole.from;
  const left: Span[] = [];
  for (const span of known) {
    if (span.to < from || span.from > hole.to) continue;
    if (span.from - from > HOLE_MS) left.push({ from, to: span.from });
    from = Math.max(from, span.to);
  }
  if (hole.to - from > HOLE_MS) left.push({ from, to: hole.to });
  return left;
}

/** The lowest and the highest of each pixel in the order of time, so that no peak is lost and no pixel has three points. */
function thinned(buckets: readonly Bucket[], from: number, to: number, pixels: number): readonly Bucket[] {
  const width = (to - from) / Math.max(1, pixels);
  const columns = new Map<number, Bucket>();
  for (const bucket of buckets) {
    const column = Math.floor((bucket.at - from) / width);
    const before = columns.get(column);
    if (!before) columns.set(column, bucket);
    else {
      const [min, max] = [Math.min(before.min, bucket.min), Math.max(before.max, bucket.max)];
      columns.set(column, { at: before.at, min, max, last: bucket.last });
    }
  }
  return [...columns.values()];
}

/** The columns between two times, at most two points a pixel. A line never spans a hole, at the end neither. */
export function chartColumns({ buckets, over }: ChartHistory, from: number, to: number, pixels: number): ChartColumns {
  const inside = buckets.filter((bucket) => bucket.at >= from && bucket.at <= to);
  const spans = over.filter((span) => span.to >= from && span.from <= to);
  const times: number[] = [];
  const values: (number | null)[] = [];
  const holes: Span[] = [];
  const silence = Math.max(HOLE_MS, (2 * (to - from)) / Math.max(1, pixels));
  let last: number | null = null;
  const breakAfter = (until: number) => {
    if (last === null) return;
    holes.push(...without({ from: last, to: until }, spans));
    times.push((last + 1) / 1000 + PEAK_AFTER_S);
    values.push(null);
  };
  const isCut = (before: number, after: number) => spans.some((span) => span.from > before && span.from < after);
  for (const bucket of thinned(inside, from, to, pixels)) {
    if (last !== null && (bucket.at - last > silence || isCut(last, bucket.at))) breakAfter(bucket.at);
    times.push(bucket.at / 1000);
    values.push(bucket.min);
    if (bucket.max !== bucket.min) {
      times.push(bucket.at / 1000 + PEAK_AFTER_S);
      values.push(bucket.max);
    }
    last = bucket.at;
  }
  if (last !== null && to - last > silence) breakAfter(to);
  return { times, values, holes, over: spans };
}

/** The highest value of a column is drawn a little after its lowest: times must rise. */
const PEAK_AFTER_S = 1;

export interface Summary {
  readonly highest: number;
  readonly lowest: number;
  readonly mean: number;
}

/** Highest, lowest and mean of what was measured; null where nothing was. */
export function summaryOf(history: readonly Bucket[]): Summary | null {
  if (history.length === 0) return null;
  const all = { highest: Number.NEGATIVE_INFINITY, lowest: Number.POSITIVE_INFINITY, sum: 0 };
  for (const { min, max } of history) {
    all.highest = Math.max(all.highest, max);
    all.lowest = Math.min(all.lowest, min);
    all.sum += (min + max) / 2;
  }
  return { highest: all.highest, lowest: all.lowest, mean: all.sum / history.length };
}

const MINUTE_MS = 60_000;

interface KeptMinute {
  readonly minute: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly over: number;
}

/** What the recorder kept per minute, put before what this screen has heard itself. */
export function withEarlier(minutes: readonly KeptMinute[], heard: ChartHistory): ChartHistory {
  const firstHeard = Math.min(
    heard.buckets[0]?.at ?? Number.POSITIVE_INFINITY,
    heard.over[0]?.from ?? Number.POSITIVE_INFINITY,
  );
  const kept = minutes.filter((one) => one.minute < firstHeard);
  // a minute is drawn as a column every twelve seconds, so that a kept hour is a line and not a row of holes
  const earlier = kept.flatMap(({ minute, min, max }) =>
    min === null || max === null
      ? []
      : [0, 12_000, 24_000, 36_000, 48_000].map((after) => ({ at: minute + after, min, max, last: (min + max) / 2 })),
  );
  const over = kept.filter((one) => one.over > 0).map(({ minute }) => ({ from: minute, to: minute + MINUTE_MS }));
  return {
    buckets: [...earlier.filter((bucket) => bucket.at < firstHeard), ...heard.buckets],
    over: [...over, ...heard.over],
  };
}
