import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula, symbolsOf } from '../../vocabulary/formula.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { type FieldKey, fieldKeys, fieldUnit, specOf } from './fields.ts';
import { readAmount } from './read-amount.ts';

const amounts = fieldKeys.filter((key) => ['number', 'count'].includes(specOf(key).kind));
const P: FieldKey = 'residualPressure_MPa';

test('the letters of the fields can be set as mathematics', () => {
  for (const key of fieldKeys) {
    const spec = specOf(key);
    if ('symbol' in spec && spec.symbol) expect(symbolsOf(parseFormula(spec.symbol))).toEqual([spec.symbol]);
  }
});

describe('one field', () => {
  test.each([
    ['0.50', '0.50'],
    ['０．５０', '0.50'],
    ['007', '7'],
    ['0。5', '0.5'],
    [' .5 ', '0.5'],
    ['5.', '5'],
    ['+1.25', '1.25'],
    ['0.5 MPa', '0.5'],
    ['0.5ＭＰａ', '0.5'],
    ['500 kPa', '0.5'],
  ])('%s is %s MPa', (text, amount) => {
    expect(readAmount(P, text)).toEqual({ is: 'amount', amount });
  });
  test('digits in groups are one figure, a list of figures is none', () => {
    expect(readAmount('drainedGas_m3', '3,000,000')).toEqual({ is: 'amount', amount: '3000000' });
    expect(readAmount('drainedGas_m3', '3 000 000 m³')).toEqual({ is: 'amount', amount: '3000000' });
    expect(readAmount('drainedGas_m3', '3,00')).toEqual({ is: 'trouble', trouble: 'bad' });
  });
  test('kPa typed as MPa asks, and the person may say that it is right', () => {
    expect(readAmount(P, '500')).toEqual({ is: 'asks', amount: '500', meant: { unit: 'kPa', amount: '0.5' } });
    expect(readAmount(P, '500', true)).toEqual({ is: 'amount', amount: '500' });
    expect(readAmount('localPressure_kPa', '0.092')).toEqual({
      is: 'asks',
      amount: '0.092',
      meant: { unit: 'MPa', amount: '92' },
    });
    expect(readAmount('annualOutput_MtPerYear', '120')).toMatchObject({ is: 'asks', meant: { amount: '1.2' } });
    expect(readAmount('airSpeed_mPerS', '150')).toMatchObject({ is: 'asks', meant: { unit: 'm/min', amount: '2.5' } });
  });
  test('0 where something must be there, and half a test point', () => {
    expect(readAmount('coalDensity_tPerM3', '0')).toEqual({ is: 'trouble', trouble: 'zero' });
    expect(readAmount('testPoints', '2.5')).toEqual({ is: 'trouble', trouble: 'whole' });
  });
});

describe.each(amounts)('%s', (key) => {
  test('nothing typed is not answered, and is no 0', () => {
    for (const text of ['', ' ', '　']) expect(readAmount(key, text)).toEqual({ is: 'empty' });
  });
  test('words and other units are no figure', () => {
    for (const text of ['约5', 'abc', '-', '.', '5 furlong', '5/2', '1e3', '1.2.3', '—', '5 6'])
      expect([text, readAmount(key, text)]).toEqual([text, { is: 'trouble', trouble: 'bad' }]);
  });
  test('below 0 says so', () => {
    for (const text of ['-1', '－1', '−0.5'])
      expect(readAmount(key, text)).toEqual({ is: 'trouble', trouble: 'negative' });
  });
  test('a percentage over 100 says so', () => {
    const read = readAmount(key, '100.01', true);
    if (fieldUnit(key) === '%') expect(read).toEqual({ is: 'trouble', trouble: 'percent' });
    else expect(read.is === 'trouble' && read.trouble === 'percent').toBe(false);
  });
  test('full-width digits are the same figure', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const text = (digits / 10 ** places).toFixed(places);
        expect(readAmount(key, wide(text))).toEqual(readAmount(key, text));
      }),
      { numRuns: scaled(20) },
    );
  });
});
