import { expect, test } from 'vitest';
import { chartColumns, summaryOf, withEarlier } from './chart-columns.ts';

const bucket = (at: number, value: number) => ({ at, min: value, max: value, last: value });

test('a line is drawn through neighbouring columns', () => {
  expect(chartColumns([bucket(0, 1), bucket(3000, 2)], 0, 3000)).toEqual({
    times: [0, 3],
    values: [1, 2],
    holes: [],
  });
});
test('a hole breaks the line and is named', () => {
  const columns = chartColumns([bucket(0, 1), bucket(60_000, 2)], 0, 60_000);
  expect(columns.values).toEqual([1, null, 2]);
  expect(columns.holes).toEqual([{ from: 0, to: 60_000 }]);
});
test('silence up to now is a hole too', () => {
  const columns = chartColumns([bucket(0, 1)], 0, 47_000);
  expect(columns.values.at(-1)).toBeNull();
  expect(columns.holes).toEqual([{ from: 0, to: 47_000 }]);
});
test('a peak within a column is kept', () => {
  expect(chartColumns([{ at: 0, min: 0.3, max: 1.6, last: 0.4 }], 0, 3000).values).toEqual([0.3, 1.6]);
});
test('nothing measured has no summary', () => {
  expect(summaryOf([])).toBeNull();
  expect(summaryOf([bucket(0, 1), bucket(3000, 2)])).toEqual({ highest: 2, lowest: 1, mean: 1.5 });
});
test('kept minutes end where the own hearing begins, and an empty minute stays empty', () => {
  const all = withEarlier(
    [
      { minute: 0, min: 1, max: 2 },
      { minute: 60_000, min: null, max: null },
      { minute: 120_000, min: 3, max: 3 },
    ],
    [bucket(130_000, 4)],
  );
  expect(all.map((one) => one.at)).toEqual([0, 12_000, 24_000, 36_000, 48_000, 120_000, 130_000]);
  expect(chartColumns(all, 0, 130_000).holes).toEqual([{ from: 48_000, to: 120_000 }]);
});
