import { expect, test } from 'vitest';
import { cleanNumber, decimalOf, numberTrouble, pressKey } from './number-text.ts';

test('full-width digits and points are accepted', () => {
  expect(cleanNumber('２７．５')).toBe('27.5');
  expect(cleanNumber('２７。５')).toBe('27.5');
});
test('a paste is cleaned of spaces, units and grouping', () => {
  expect(cleanNumber(' 1,204.5 m')).toBe('1204.5');
  expect(cleanNumber('−3.2')).toBe('-3.2');
});
test('keys build a number and a second point is ignored', () => {
  const typed = ['2', '7', '.', '.', '5'].reduce(pressKey, '');
  expect(typed).toBe('27.5');
  expect(pressKey(typed, 'erase')).toBe('27.');
  expect(pressKey('', '.')).toBe('0.');
});
test('a half-typed number is none', () => {
  expect(decimalOf('')).toBeNull();
  expect(decimalOf('-')).toBeNull();
  expect(decimalOf('30.')).toBe('30');
  expect(decimalOf('007.50')).toBe('7.50');
});
test('trouble is said in the order of bad, negative, over 100 %', () => {
  expect(numberTrouble('', 'm')).toBeNull();
  expect(numberTrouble('-', 'm')).toBe('bad');
  expect(numberTrouble('-1', 'm')).toBe('negative');
  expect(numberTrouble('-1', 'm', true)).toBeNull();
  expect(numberTrouble('101', '%')).toBe('percent');
  expect(numberTrouble('101', 'm')).toBeNull();
});
