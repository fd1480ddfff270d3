import { expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
import { createAssessor } from './assess.ts';
import { assessGravest } from './gravest.ts';
import { valuesOf } from './values.ts';

const assess = createAssessor(isoDate.parse('2026-11-23'));
const air = { airSpeed_mPerS: '2.5', returnCH4_pct: '0.62' };

test('while tablets disagree the graver verdict stands, whichever figure is shown', () => {
  const status = (shown: string, other: string) =>
    assessGravest(assess, { ...air, returnCH4_pct: shown }, { returnCH4_pct: [other] }).subs.air.verdict.status;
  expect([status('0.62', '1.00'), status('1.00', '0.62')]).toEqual(['fail', 'fail']);
  expect(assessGravest(assess, air, { returnCH4_pct: [null] }).subs.air.verdict.status).toBe('unknown');
  expect(assessGravest(assess, air, {}).subs.air.verdict.status).toBe('pass');
});

test('a unit that one tablet says is being worked is a major hazard when it fails', () => {
  const failing = { ...air, returnCH4_pct: '1.2', unitWorking: false };
  expect(assessGravest(assess, failing, { unitWorking: [true] }).severity).toBe('major');
  expect(assessGravest(assess, failing, {}).severity).toBe('general');
});

test('a figure that was taken back is not known, and only what tablets say differently is disputed', () => {
  const { values, others } = valuesOf([
    { field: 'ash_pct', value: null, others: [] },
    { field: 'moisture_pct', value: '1.5', others: ['1.6'] },
  ]);
  expect(values).toEqual({ moisture_pct: '1.5' });
  expect(others).toEqual({ moisture_pct: ['1.6'] });
});
