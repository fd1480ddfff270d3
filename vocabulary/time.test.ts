import { expect, test } from 'vitest';
import { beijingDay, epochMs } from './time.ts';

test('the day changes at midnight in Beijing, wherever the machine believes to be', () => {
  expect(beijingDay(epochMs.parse(Date.parse('2026-11-23T15:59:59.999Z')))).toBe('2026-11-23');
  expect(beijingDay(epochMs.parse(Date.parse('2026-11-23T16:00:00Z')))).toBe('2026-11-24');
});
