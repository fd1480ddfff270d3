import { expect, test } from 'vitest';
import { isFormula, isSymbol, parseEquation, parseFormula, symbolsOf } from './formula.ts';
import { working } from './working.ts';

test('a product is read from the left, a fraction takes what stands before it', () => {
  expect(parseFormula('a · b / c · d')).toEqual({
    is: 'product',
    factors: [
      {
        is: 'quotient',
        over: {
          is: 'product',
          factors: [
            { is: 'symbol', name: 'a' },
            { is: 'symbol', name: 'b' },
          ],
        },
        under: { is: 'symbol', name: 'c' },
      },
      { is: 'symbol', name: 'd' },
    ],
  });
});

test('letters have subscripts and may say what they are of', () => {
  expect(symbolsOf(parseFormula('W_CY + T_max · 2 − c(CH₄) / c_10(CH₄) + Q_s,min · W_CY'))).toEqual([
    'W_CY',
    'T_max',
    'c(CH₄)',
    'c_10(CH₄)',
    'Q_s,min',
  ]);
  expect(['W_CY', 'c(O₂)', 'γ', 'Δh_2', 'max'].map(isSymbol)).toEqual([true, true, true, true, true]);
  expect(['', '2a', 'a b', 'a + b', '<b>', 'c(', 'W_'].map(isSymbol)).toEqual(Array(7).fill(false));
});

test('a sign before the first term, roots, powers, brackets of all kinds', () => {
  expect(parseFormula('−a + |b| · ⌈c⌉^2 − √(d)').is).toBe('sum');
  expect(parseFormula('max(a; b; 3)')).toMatchObject({ is: 'greatest', of: [{}, {}, { is: 'number', text: '3' }] });
  expect(parseEquation('L_0 = 0.5 · K').left).toEqual({ is: 'symbol', name: 'L_0' });
});

test('what is no formula is none', () => {
  const none = ['', 'a b', '2 3', '(a', 'a)', 'a +', '· a', 'a ^ b', 'max(a', '<b>', 'a = b = c', '√a', 'a = b'];
  expect(none.filter((text) => isFormula(text))).toEqual([]);
  expect(isFormula('a = b', 'equation')).toBe(true);
  expect(isFormula(`${'('.repeat(500)}a${')'.repeat(500)}`)).toBe(false);
});

test('a line whose letters have no value, or whose formula is none, is not taken', () => {
  const line = {
    kind: 'computed',
    formula: 'Q = a + b',
    values: [{ symbol: 'a', value: '1', unit: 'm', fact: null }],
    result: '2',
    unit: 'm',
    rounding: { decimals: 6, mode: 'half-up' },
  };
  const b = { symbol: 'b', value: 'over_range', unit: 'm', fact: 'x_m' };
  expect(working.safeParse(line).success).toBe(false);
  expect(working.safeParse({ ...line, values: [...line.values, b] }).success).toBe(true);
  expect(working.safeParse({ ...line, formula: 'Q = a +' }).success).toBe(false);
});
