import { expect, test } from 'vitest';
import { areaGravity } from './area-bodies.ts';

const salt = '0'.repeat(32);
const step = (result: string, more: object = {}) =>
  areaGravity({ salt, step: 'prediction', result, date: '2026-11-01', by: '', note: '', papers: [], ...more });
const handover = (index: string) =>
  areaGravity({
    salt,
    from: 'planning',
    to: 'preparation',
    date: '2026-11-01',
    index,
    criterion: '',
    handedBy: '',
    takenBy: '',
    note: '',
    papers: [],
  });

test('of two results of one step written at once, danger shows', () => {
  expect(step('danger')).toBeGreaterThan(step('noDanger'));
  expect(step('notDone')).toBeGreaterThan(step('done'));
  expect(step('ineffective')).toBeGreaterThan(step('effective'));
});

test('a result taken back ranks below every result, so that taking back alone never hides a danger', () => {
  expect(step('noDanger')).toBeGreaterThan(step('danger', { removed: true }));
});

test('of two hand-overs written at once the one that did not meet its figure shows, then the one without a figure', () => {
  expect(handover('notMet')).toBeGreaterThan(handover('notGiven'));
  expect(handover('notGiven')).toBeGreaterThan(handover('met'));
});

test('a value of a newer version ranks as unknown: above good, below bad', () => {
  const strange = step('somethingNew');
  expect(strange).toBeGreaterThan(step('effective'));
  expect(strange).toBeLessThan(step('danger'));
});
