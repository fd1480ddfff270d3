import { expect, test } from 'vitest';
import type { Bucket } from '../ports/live-model.ts';
import { reachesWithin, trendOf } from './trend.ts';

const history = (minutes: number, valueAt: (minutesBack: number) => number): Bucket[] =>
  Array.from({ length: minutes * 20 + 1 }, (_, at) => {
    const back = minutes - at / 20;
    const value = valueAt(back);
    return { at: at * 3000, min: value, max: value, last: value };
  });

test('small waves are steady', () => {
  expect(
    trendOf(
      history(10, (back) => 0.38 + Math.sin(back) * 0.02),
      'CH4',
    ),
  ).toEqual({ kind: 'steady', minutes: 10 });
});
test('a rise of the last minutes is named with its minutes', () => {
  const trend = trendOf(
    history(10, (back) => (back > 3 ? 0.8 : 1.51 - (back / 3) * 0.71)),
    'CH4',
  );
  expect(trend).toMatchObject({ kind: 'up', minutes: 3 });
  expect(trend.kind === 'up' && trend.by).toBeCloseTo(0.68, 1);
});
test('a fall is a fall', () => {
  expect(
    trendOf(
      history(10, (back) => 19 + back * 0.1),
      'O2',
    ),
  ).toMatchObject({ kind: 'down', minutes: 10 });
});
test('less than a minute is no trend', () => {
  expect(
    trendOf(
      history(0.5, () => 1),
      'CH4',
    ),
  ).toEqual({ kind: 'none' });
  expect(trendOf([], 'CH4')).toEqual({ kind: 'none' });
});
test('a rise is told ahead when it reaches the limit in time', () => {
  const rise = { kind: 'up', minutes: 3, by: 0.6 } as const;
  expect(reachesWithin(rise, 0.9, 5)).toBe(true);
  expect(reachesWithin(rise, 1.1, 5)).toBe(false);
  expect(reachesWithin({ kind: 'steady', minutes: 10 }, 0.01, 5)).toBe(false);
});
