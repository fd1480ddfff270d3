import { expect, test } from 'vitest';
import { inputsOf, trialRules, tryRule } from './trial-model.ts';

const day = '2026-11-23';

test.each(trialRules)('%s is known and asks for figures only', (rule) => {
  expect(inputsOf(rule).length).toBeGreaterThan(0);
});
test('a missing figure is named and never taken as 0', () => {
  const trial = tryRule('gas.desorbable.limit', { dailyOutput_t: '6500' }, day);
  expect(trial.is === 'waiting' && trial.missing.map((input) => input.key)).toEqual(['desorbableContent_m3PerT']);
});
test('full-width figures are judged, with workings and citations', () => {
  const trial = tryRule('gas.desorbable.limit', { dailyOutput_t: '６５００', desorbableContent_m3PerT: '5.32' }, day);
  if (trial.is !== 'judged') throw new Error(trial.is);
  expect(trial.verdict).toMatchObject({ status: 'fail', outcome: 'fail' });
  expect(trial.verdict.workings.length).toBeGreaterThan(0);
  expect(trial.verdict.citations.length).toBeGreaterThan(0);
});
test('a face with little emission has no limit and is not passed', () => {
  const typed = { drainedPure_m3PerMin: '1', ventilationEmission_m3PerMin: '2' };
  const trial = tryRule('gas.face.drainageRate', typed, day);
  expect(trial.is === 'judged' && trial.verdict.status).toBe('notApplicable');
});
test('a text that is no number waits', () => {
  expect(tryRule('gas.desorbable.limit', { dailyOutput_t: '-', desorbableContent_m3PerT: '1' }, day).is).toBe(
    'waiting',
  );
});
