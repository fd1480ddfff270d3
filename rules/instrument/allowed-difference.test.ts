import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalString } from '../../vocabulary/quantity.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { allowedDifference, comparedPrinciples } from './allowed-difference.ts';

const date = isoDate.parse('2026-01-15');
const at = (sensor: 'catalytic' | 'interference', portable: typeof sensor, reading: string) =>
  allowedDifference(sensor, portable, decimalString.parse(reading), date)?.allowed_pct ?? null;

test('the errors allowed to both are added exactly, each from its own table and its own row', () => {
  expect(at('catalytic', 'catalytic', '0.80')).toBe('0.2');
  expect(at('catalytic', 'interference', '0.80')).toBe('0.15');
  expect(at('catalytic', 'interference', '1.00')).toBe('0.15');
  expect(at('catalytic', 'interference', '1.01')).toBe('0.3');
});

test('past what the principle measures there is no figure', () => {
  expect(at('catalytic', 'interference', '4.01')).toBeNull();
  expect(at('interference', 'interference', '4.01')).toBe('0.4');
  expect(allowedDifference('catalytic', 'catalytic', decimalString.parse('1'), isoDate.parse('2000-01-01'))).toBeNull();
});

test('which of the two is the sensor changes nothing, and more gas never allows less', () => {
  const principle = fc.constantFrom(...comparedPrinciples);
  const reading = fc.integer({ min: 0, max: 400 }).map((value) => (value / 100).toFixed(2));
  fc.assert(
    fc.property(principle, principle, reading, reading, (one, other, a, b) => {
      const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
      const small = Number(at(one, other, less));
      return at(one, other, less) === at(other, one, less) && small <= Number(at(one, other, more));
    }),
    { numRuns: scaled(200) },
  );
});
