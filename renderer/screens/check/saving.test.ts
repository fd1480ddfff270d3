import { expect, test } from 'vitest';
import { chosenOf, hearSaving, resting, type Savings } from './saving.ts';

const given = (all: Savings, turn: number, outcome: 'pass' | 'fail' = 'fail') =>
  hearSaving(all, { kind: 'given', row: 'a', outcome, at: 100, turn });

test('a given answer is not painted before the recorder has replied', () => {
  const underway = given({}, 1).a ?? resting;
  expect(underway.kind).toBe('underway');
  expect(chosenOf(underway, null)).toBeNull();
});
test('the reply paints it', () => {
  const kept = hearSaving(given({}, 1), { kind: 'kept', row: 'a', turn: 1, savedAt: 130, event: 'e' }).a ?? resting;
  expect(chosenOf(kept, null)).toBe('fail');
});
test('a failure paints nothing and keeps what was chosen', () => {
  const failed =
    hearSaving(given({}, 1), { kind: 'failed', row: 'a', turn: 1, fault: { code: 'disk_full' } }).a ?? resting;
  expect(failed).toMatchObject({ kind: 'failed', outcome: 'fail' });
  expect(chosenOf(failed, { outcome: 'pass', savedAt: 50 })).toBe('pass');
});
test('a late reply to an earlier press changes nothing', () => {
  const second = given(given({}, 1), 2, 'pass');
  expect(hearSaving(second, { kind: 'kept', row: 'a', turn: 1, savedAt: 130, event: 'e' })).toBe(second);
});
test('a newer answer in the record wins over an older reply', () => {
  const kept = hearSaving(given({}, 1), { kind: 'kept', row: 'a', turn: 1, savedAt: 130, event: 'e' }).a ?? resting;
  expect(chosenOf(kept, { outcome: 'pass', savedAt: 200 })).toBe('pass');
});
test('what was taken back is painted no more', () => {
  const kept = hearSaving(given({}, 1), { kind: 'kept', row: 'a', turn: 1, savedAt: 130, event: 'e' });
  expect(chosenOf(hearSaving(kept, { kind: 'takenBack', row: 'a' }).a ?? resting, null)).toBeNull();
});
