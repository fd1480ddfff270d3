import { expect, test } from 'vitest';
import { byteSize, clockSeconds, dayAndTime, groupDigits, hashStart, longDay } from './format.ts';

const moment = Date.UTC(2026, 10, 23, 6, 32, 7);

test('times are those of this machine', () => {
  expect(clockSeconds(moment)).toBe('14:32:07');
  expect(dayAndTime(moment)).toBe('11-23 14:32');
});
test('the day is said in both languages', () => {
  expect(longDay(moment, 'zh')).toBe('11月23日　周一');
  expect(longDay(moment, 'en')).toBe('Monday 23 Nov');
});
test('thousands are grouped by thin spaces', () => {
  expect(groupDigits(1204331)).toBe('1\u2009204\u2009331');
  expect(groupDigits(12)).toBe('12');
});
test('sizes keep one decimal and their unit on the same line', () => {
  expect(byteSize(7_412_000)).toBe('7.4\u00a0MB');
  expect(byteSize(0)).toBe('0\u00a0B');
});
test('a hash is read out in groups of four', () => {
  expect(hashStart('9f3a70c15be2ffff')).toBe('9f3a 70c1 5be2');
});
