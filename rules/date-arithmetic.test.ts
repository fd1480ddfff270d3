import { expect, test } from 'vitest';
import { daysBefore, daysBetween, monthsBefore } from './date-arithmetic.ts';

test.each([
  ['2026-01-15', 12, '2025-01-15'],
  ['2026-01-15', 36, '2023-01-15'],
  ['2026-08-31', 6, '2026-02-28'],
  ['2028-02-29', 12, '2027-02-28'],
  ['2026-03-31', 1, '2026-02-28'],
])('%s less %i months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});

test.each([
  ['2026-01-15', 15, '2025-12-31'],
  ['2028-03-01', 1, '2028-02-29'],
  ['2026-03-01', 1, '2026-02-28'],
  ['2026-07-01', 0, '2026-07-01'],
])('%s less %i days is %s', (day, days, expected) => {
  expect(daysBefore(day, days)).toBe(expected);
  expect(daysBetween(expected, day)).toBe(days);
  expect(daysBetween(day, expected)).toBe(0 - days);
});
