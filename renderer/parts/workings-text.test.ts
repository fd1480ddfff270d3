import { expect, test } from 'vitest';
import { formulaPieces, holdsOf, isComparison, workingsText } from './workings-text.ts';

const sum = { formula: 'Q = Q_mc + Q_mf', substituted: '1 + 2', result: '3', unit: 'm³/min' };
const weighed = { formula: 'W_j ≤ 5', substituted: '5.32 ≤ 5', result: '✗', unit: 'm³/t' };

test('a comparison has no amount and no unit of its own', () => {
  expect([isComparison(sum), isComparison(weighed), holdsOf(weighed)]).toEqual([false, true, false]);
  expect(workingsText([sum, weighed])).toBe('Q = Q_mc + Q_mf\n= 1 + 2\n= 3 m³/min\n\nW_j ≤ 5\n5.32 ≤ 5 ✗');
});
test('what follows an underscore stands below the line', () => {
  expect(formulaPieces('W_j,max(A)')).toEqual([
    { text: 'W', sub: false },
    { text: 'j,max', sub: true },
    { text: '(A)', sub: false },
  ]);
  expect(formulaPieces('a, b')).toEqual([{ text: 'a, b', sub: false }]);
});
