import { expect, test } from 'vitest';
import { spread } from './chart-paint.ts';

test('labels keep their place while there is room', () => {
  expect(spread([10, 60], 0, 100, 16)).toEqual([10, 60]);
});
test('labels that would cover each other are moved apart in the order of their values', () => {
  const [a = 0, b = 0] = spread([50, 52], 0, 100, 16);
  expect(b - a).toBe(16);
});
test('no label is pushed over the edge', () => {
  const placed = spread([95, 96, 97], 0, 100, 16);
  expect(Math.max(...placed)).toBeLessThanOrEqual(100);
});
