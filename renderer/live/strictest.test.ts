import { expect, test } from 'vitest';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { settledUnit, strictestAmount, unsettledOf } from './strictest.ts';

const invalid = (detail: string): ReadingValue => ({ quality: 'invalid', unit: null, detail });

test('an unconfirmed unit is a question with the raw number of the wire', () => {
  const open = unsettledOf(invalid('unit_unconfirmed +001.50'));
  expect(open).toEqual({ question: 'unit', raw: '+001.50' });
  expect(open && strictestAmount(open)).toBe('1.50');
});
test('zero keeps a digit and a minus stays', () => {
  expect(strictestAmount({ question: 'unit', raw: '+000.00' })).toBe('0.00');
  expect(strictestAmount({ question: 'unit', raw: '-001.20' })).toBe('-1.20');
});
test('a question without a number has no strictest reading', () => {
  expect(unsettledOf(invalid('gas_unknown'))).toEqual({ question: 'gas', raw: null });
  expect(strictestAmount({ question: 'gas', raw: null })).toBeNull();
});
test.each([
  ['scale_unknown', 'scale'],
  ['full_scale_unknown', 'fullScale'],
  ['properties_differ_from_setting', 'properties'],
  ['gas_differs_from_setting', 'gasDiffers'],
  ['another_instrument', 'another'],
] as const)('%s is a question, never a number', (detail, question) => {
  expect(unsettledOf(invalid(detail))).toEqual({ question, raw: null });
});
test('other invalid readings ask nothing', () => {
  expect(unsettledOf(invalid('decimals_out_of_range'))).toBeNull();
  expect(unsettledOf({ quality: 'warmup', unit: null, detail: 'unit_unconfirmed' })).toBeNull();
});
test('a known unit stands where only gas or full scale is asked, and not where gas and setting contradict each other', () => {
  expect(settledUnit({ question: 'gas', raw: '20' }, 'ppm')).toBe('ppm');
  expect(settledUnit({ question: 'fullScale', raw: '2' }, '%VOL')).toBe('%VOL');
  for (const question of ['unit', 'gasDiffers', 'properties'] as const)
    expect(settledUnit({ question, raw: '2' }, '%VOL')).toBeNull();
});
