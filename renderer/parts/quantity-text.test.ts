import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalString } from '../../vocabulary/quantity.ts';
import { quality, type ReadingValue } from '../../vocabulary/reading.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { shownAmount, showReading } from './quantity-text.ts';

describe('what stands where the number would', () => {
  test('a value that is no measurement is never a digit', () => {
    const notMeasured = quality.exclude(['ok']).options;
    fc.assert(
      fc.property(fc.constantFrom(...notMeasured), fc.string(), fc.boolean(), (kind, detail, stale) => {
        const value: ReadingValue = { quality: kind, unit: null, detail };
        const shown = showReading(value, 'CH4', stale);
        expect(shown.kind).toBe('word');
        expect(JSON.stringify(shown)).not.toMatch(/:"\d/);
      }),
      { numRuns: scaled(200) },
    );
  });
  test('a stale measurement is no number, but over-range stays the gravest state', () => {
    const value: ReadingValue = { quality: 'ok', amount: decimalString.parse('0.38'), unit: '%VOL' };
    expect(showReading(value, 'CH4', true)).toMatchObject({ kind: 'word', word: 'noData' });
    expect(showReading({ quality: 'over_range', unit: '%VOL', detail: '' }, 'CH4', true)).toMatchObject({
      word: 'overRange',
    });
  });
  test('a measurement shows amount and unit', () => {
    const value: ReadingValue = { quality: 'ok', amount: decimalString.parse('0.380'), unit: '%VOL' };
    expect(showReading(value, 'CH4', false)).toEqual({ kind: 'number', amount: '0.38', unit: '%' });
  });
});

test.each([
  ['1.005', 'CH4', '1.01'],
  ['0.3', 'CH4', '0.30'],
  ['20.44', 'O2', '20.4'],
  ['23.5', 'CO', '24'],
  ['-0.02', 'CH4', '−0.02'],
  ['-0.001', 'CH4', '0.00'],
  ['9.995', 'CH4', '10.00'],
  ['12.345', 'NH3', '12.345'],
] as const)('%s of %s is shown as %s', (amount, gas, shown) => {
  expect(shownAmount(amount, gas)).toBe(shown);
});
