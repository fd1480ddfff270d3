import { expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
import { createAssessor } from './assess.ts';
import { type AssessedFigure, figuresOf, margin, shownFigure } from './figures.ts';
import type { SubId } from './steps.words.ts';
import type { FieldValues } from './values.ts';

const date = isoDate.parse('2026-11-23');
const figures = (sub: SubId, values: FieldValues) => figuresOf(sub, createAssessor(date)(values).subs[sub].verdict);

test('a rate stands against the row of its emission', () => {
  expect(figures('mineRate', { mineDrained_m3PerMin: '27', mineVentilated_m3PerMin: '35' })).toMatchObject([
    { limit: '40', comparator: '>=', unit: '%' },
  ]);
});
test('a verdict of two figures shows both, an unknown one none', () => {
  expect(
    figures('air', { airSpeed_mPerS: '2.5', returnCH4_pct: '1.00' }).map(({ amount, limit }) => [amount, limit]),
  ).toEqual([
    ['2.5', '4'],
    ['1.00', '1'],
  ]);
  expect(figures('air', { airSpeed_mPerS: '2.5' })).toEqual([]);
});
test('the margin is exact and says on which side it lies', () => {
  const of = (amount: string, comparator: AssessedFigure['comparator']) => margin({ amount, limit: '5', comparator });
  expect(of('5.3', '<=')).toEqual({ kept: false, by: '0.3' });
  expect(of('5', '<=')).toEqual({ kept: true, by: '0' });
  expect(of('5', '<')).toEqual({ kept: false, by: '0' });
  expect(of('4.9', '>=')).toEqual({ kept: false, by: '0.1' });
});
test('a figure is never shown as its limit when it is not', () => {
  expect(shownFigure('5.32431', '5')).toBe('5.32');
  expect(shownFigure('5.001', '5')).toBe('5.001');
  expect(shownFigure('5.00000004', '5')).toBe('5');
  expect(shownFigure('5', '5')).toBe('5');
  expect(shownFigure('0.296', null)).toBe('0.3');
  expect(shownFigure('0.50', null)).toBe('0.50');
});
