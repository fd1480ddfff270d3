import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaled } from '../vocabulary/test-scale.ts';
import { countTimes, float32Decimal, isAbove } from './decimal-amount.ts';

describe('a 32-bit float', () => {
  test('becomes the shortest decimal that is this float and no other', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Math.fround(Number(float32Decimal(value)))).toBe(value === 0 ? 0 : value);
      }),
      { numRuns: scaled(500) },
    );
    expect(float32Decimal(Math.fround(-0.02))).toBe('-0.02');
    expect(float32Decimal(-0)).toBe('0');
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d has no decimal', (value) => {
    expect(float32Decimal(value)).toBeNull();
  });
});

test('a count times a factor is exact', () => {
  expect(countTimes(105, 0.01)).toBe('1.05');
  expect(countTimes(3, 0.1)).toBe('0.3');
  expect(isAbove(countTimes(500, 0.01), 5)).toBe(false);
  expect(isAbove(countTimes(501, 0.01), 5)).toBe(true);
});
