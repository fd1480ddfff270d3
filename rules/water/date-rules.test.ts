import { expect, test } from 'vitest';
import { monthsBefore } from './date-rules.ts';

test.each([
  ['2026-01-15', 12, '2025-01-15'],
  ['2026-01-15', 36, '2023-01-15'],
  ['2026-08-31', 6, '2026-02-28'],
  ['2028-02-29', 12, '2027-02-28'],
  ['2026-03-31', 1, '2026-02-28'],
])('%s less %i months is %s', (day, months, expected) => {
  expect(monthsBefore(day, months)).toBe(expected);
});
