import { expect, test } from 'vitest';
import { minutesOf } from './minute-table.tsx';

const bucket = (at: number, min: number, max: number) => ({ at, min, max, last: max });

test('each minute has its lowest and highest, the newest first', () => {
  const buckets = [bucket(0, 1, 2), bucket(30_000, 0.5, 1), bucket(61_000, 3, 4)];
  expect(minutesOf({ buckets, over: [] })).toEqual([
    { minute: 60_000, min: 3, max: 4, over: false },
    { minute: 0, min: 0.5, max: 2, over: false },
  ]);
});
test('a minute past the range says so, with and without a number beside', () => {
  const rows = minutesOf({ buckets: [bucket(0, 3.8, 3.9)], over: [{ from: 50_000, to: 130_000 }] });
  expect(rows.map(({ minute, max, over }) => [minute, max, over])).toEqual([
    [120_000, null, true],
    [60_000, null, true],
    [0, 3.9, true],
  ]);
});
