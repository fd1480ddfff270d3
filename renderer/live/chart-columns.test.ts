import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import type { Bucket, Span } from '../ports/live-model.ts';
import { chartColumns, summaryOf, withEarlier } from './chart-columns.ts';

const bucket = (at: number, value: number): Bucket => ({ at, min: value, max: value, last: value });
const columnsOf = (buckets: readonly Bucket[], to: number, over: readonly Span[] = [], pixels = 1000) =>
  chartColumns({ buckets, over }, 0, to, pixels);

test('a line is drawn through neighbouring columns', () => {
  expect(columnsOf([bucket(0, 1), bucket(3000, 2)], 3000)).toEqual({
    times: [0, 3],
    values: [1, 2],
    holes: [],
    over: [],
  });
});
test('a hole breaks the line and is named', () => {
  const columns = columnsOf([bucket(0, 1), bucket(60_000, 2)], 60_000);
  expect(columns.values).toEqual([1, null, 2]);
  expect(columns.holes).toEqual([{ from: 0, to: 60_000 }]);
});
test('silence up to now is a hole too', () => {
  const columns = columnsOf([bucket(0, 1)], 47_000);
  expect(columns.values.at(-1)).toBeNull();
  expect(columns.holes).toEqual([{ from: 0, to: 47_000 }]);
});
test('a peak within a column is kept', () => {
  expect(columnsOf([{ at: 0, min: 0.3, max: 1.6, last: 0.4 }], 3000).values).toEqual([0.3, 1.6]);
});
test('nothing measured has no summary', () => {
  expect(summaryOf([])).toBeNull();
  expect(summaryOf([bucket(0, 1), bucket(3000, 2)])).toEqual({ highest: 2, lowest: 1, mean: 1.5 });
});

describe('past the range', () => {
  const over = [{ from: 4000, to: 56_000 }];
  test('breaks the line and is no hole: it is known', () => {
    const columns = columnsOf([bucket(0, 3.9), bucket(60_000, 3.8)], 60_000, over);
    expect(columns).toMatchObject({ values: [3.9, null, 3.8], holes: [], over });
  });
  test('breaks the line also where it was short', () => {
    const columns = columnsOf([bucket(0, 3.9), bucket(9000, 3.8)], 9000, [{ from: 4000, to: 5000 }]);
    expect(columns.values).toEqual([3.9, null, 3.8]);
  });
  test('leaves the silence after it a hole', () => {
    expect(columnsOf([bucket(0, 3.9)], 120_000, over).holes).toEqual([{ from: 56_000, to: 120_000 }]);
  });
});

test('kept minutes end where the own hearing begins, an empty minute stays empty, one past the range is one', () => {
  const minute = (at: number, value: number | null, over = 0) => ({ minute: at, min: value, max: value, over });
  const all = withEarlier([minute(0, 1), minute(60_000, null), minute(120_000, null, 4)], {
    buckets: [bucket(190_000, 4)],
    over: [],
  });
  expect(all.buckets.map((one) => one.at)).toEqual([0, 12_000, 24_000, 36_000, 48_000, 190_000]);
  expect(chartColumns(all, 0, 190_000, 1000)).toMatchObject({
    holes: [{ from: 48_000, to: 120_000 }],
    over: [{ from: 120_000, to: 180_000 }],
  });
});

test('whatever was heard: two points a pixel at most, times that rise, no peak lost, no hole spanned', () => {
  const steps = fc.array(
    fc.record({
      wait: fc.oneof(
        { weight: 20, arbitrary: fc.constant(3000) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((n) => n * 15_000) },
      ),
      min: fc.integer({ min: 0, max: 400 }),
      more: fc.integer({ min: 0, max: 200 }),
    }),
    { minLength: 1, maxLength: 1500 },
  );
  fc.assert(
    fc.property(steps, fc.integer({ min: 50, max: 900 }), (all, pixels) => {
      let at = 0;
      const buckets = all.map(({ wait, min, more }) => {
        at += wait;
        return { at, min: min / 100, max: (min + more) / 100, last: min / 100 };
      });
      const { times, values, holes } = chartColumns({ buckets, over: [] }, 0, at, pixels);
      const measured = values.filter((value) => value !== null);
      expect(measured.length).toBeLessThanOrEqual(2 * (pixels + 1));
      for (let n = 1; n < times.length; n += 1) expect(times[n] ?? 0).toBeGreaterThan(times[n - 1] ?? 0);
      expect(Math.max(...measured)).toBe(Math.max(...buckets.map(({ max }) => max)));
      expect(values.filter((value) => value === null)).toHaveLength(holes.length);
    }),
    { numRuns: scaled(60) },
  );
});
