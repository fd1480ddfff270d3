import { expect, test } from 'vitest';
import { outcome } from '../../../electron/ports/inspection-models.ts';
import { verdictStatus } from '../../../vocabulary/verdict.ts';
import { givenOf, needOf } from './answer-need.ts';

test('following the figures needs nothing', () => {
  expect(needOf('fail', 'fail')).toBe('nothing');
  expect(needOf('pass', 'pass')).toBe('nothing');
});
test('without a decision of the machine pass and fail are free', () => {
  expect(needOf('pass', null)).toBe('nothing');
  expect(needOf('fail', 'unknown')).toBe('nothing');
});
test('going against the figures always needs a written reason, whichever way', () => {
  for (const machine of ['pass', 'fail', 'notApplicable'] as const)
    for (const chosen of outcome.options) if (chosen !== machine) expect(needOf(chosen, machine)).toBe('override');
});
test('cannot tell and not applicable need a reason', () => {
  expect(needOf('unknown', null)).toBe('reason');
  expect(needOf('notApplicable', 'unknown')).toBe('reason');
});
test('no answer leaves without the reason it needs', () => {
  for (const chosen of outcome.options)
    for (const machine of [null, ...verdictStatus.options]) {
      const without = givenOf(chosen, machine, '  ');
      expect(without === null).toBe(needOf(chosen, machine) !== 'nothing');
    }
});
test('an override is told apart from a reason', () => {
  expect(givenOf('pass', 'fail', 'measured anew')).toEqual({ outcome: 'pass', reason: '', override: 'measured anew' });
  expect(givenOf('unknown', 'fail', 'no drawing')).toEqual({
    outcome: 'unknown',
    reason: 'no drawing',
    override: 'no drawing',
  });
});
