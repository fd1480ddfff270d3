import { expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
import { createAssessor } from './assess.ts';
import type { FieldValues } from './values.ts';
import { waysToPass } from './ways.ts';

const date = isoDate.parse('2026-11-23');
const assess = createAssessor(date);
/** The unit of the pictures: 5.32 m³/t of desorbable gas at 6500 t a day. */
const unit: FieldValues = {
  residualPressure_MPa: '0.50',
  langmuirA_m3PerT: '30',
  langmuirB_perMPa: '1.0',
  ash_pct: '10',
  moisture_pct: '1.5',
  porosity_m3PerM3: '0.05',
  coalDensity_tPerM3: '1.4',
  coalReserve_t: '652041.6',
  dailyOutput_t: '6500',
};
const status = (values: FieldValues) => assess(values).subs.desorbable.verdict.status;

test('more gas drained, a lower pressure or a smaller output each make the unit pass, and a step less does not', () => {
  const ways = waysToPass('desorbable', assess(unit), unit, date);
  const target = (unitOf: string) => ways.flat().find((one) => one.unit === unitOf)?.amount ?? '';
  expect(ways).toHaveLength(3);
  expect(target('m³')).toBe('211465');
  expect(target('MPa')).toBe('0.457');
  expect(target('t')).toBe('6000');
  expect(status({ ...unit, residualPressure_MPa: '0.457' })).toBe('pass');
  expect(status({ ...unit, residualPressure_MPa: '0.458' })).toBe('fail');
  expect(status({ ...unit, dailyOutput_t: '6000' })).toBe('pass');
});

test('what passes or is not known asks for nothing', () => {
  const good = { ...unit, residualPressure_MPa: '0.3' };
  expect(waysToPass('desorbable', assess(good), good, date)).toEqual([]);
  expect(waysToPass('air', assess(unit), unit, date)).toEqual([]);
});

test('a criterion of two figures wants both', () => {
  const air = { airSpeed_mPerS: '5', returnCH4_pct: '1.20' };
  expect(waysToPass('air', assess(air), air, date)).toHaveLength(1);
  expect(waysToPass('air', assess(air), air, date)[0]).toHaveLength(2);
});
