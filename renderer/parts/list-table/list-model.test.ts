import { describe, expect, test } from 'vitest';
import {
  compareValues,
  countKept,
  holds,
  type ListColumn,
  neighbour,
  placedColumns,
  rowsInSight,
  textOf,
} from './list-model.ts';

interface Row {
  readonly name: string;
  readonly n: number | null;
}
const name: ListColumn<Row> = { key: 'name', title: '名', value: (row) => row.name, under: 'n' };
const n: ListColumn<Row> = { key: 'n', title: '数', value: (row) => row.n };

test('in the field a column stands under another, at desk width each has its place', () => {
  expect(placedColumns([name, n], true)).toEqual([name]);
  expect(placedColumns([name, n], false)).toEqual([name, n]);
});
test('numbers are ordered as numbers, and numbers inside words too', () => {
  expect([10, 9, 100].toSorted(compareValues)).toEqual([9, 10, 100]);
  expect(['平板10', '平板2'].toSorted(compareValues)).toEqual(['平板2', '平板10']);
});
test('looking for something minds neither case nor the width of digits, and an empty cell holds nothing', () => {
  expect(holds('JX-026 青石沟', ' jx-０26')).toBe(true);
  expect(holds('石盘', '青石')).toBe(false);
  expect(textOf(n, { name: '', n: null })).toBe('');
});
test('a chip counts all rows it would keep', () => {
  const rows = [1, 2, 3].map((one) => ({ name: '', n: one }));
  expect(countKept(rows, { key: 'big', words: '大', keeps: (row) => (row.n ?? 0) > 1 })).toBe(2);
});

describe('the rows in sight', () => {
  const view = { head: 44, row: 56, height: 44 + 56 * 10 };
  test('are the first ten of a list that was not moved', () => {
    expect(rowsInSight(47, { ...view, offset: 0 })).toEqual({ from: 1, to: 10 });
  });
  test('count a row where half of it shows', () => {
    expect(rowsInSight(47, { ...view, offset: 30 })).toEqual({ from: 2, to: 11 });
  });
  test('end with the list', () => {
    expect(rowsInSight(4, { ...view, offset: 0 })).toEqual({ from: 1, to: 4 });
    expect(rowsInSight(0, { ...view, offset: 0 })).toEqual({ from: 0, to: 0 });
  });
});
test('going to the next row starts at the first and stays within the list', () => {
  expect(neighbour(['a', 'b'], null, 1)).toBe(0);
  expect(neighbour(['a', 'b'], 'a', 1)).toBe(1);
  expect(neighbour(['a', 'b'], 'b', 1)).toBe(1);
  expect(neighbour(['a', 'b'], 'a', -1)).toBe(0);
  expect(neighbour([], null, 1)).toBe(-1);
});
