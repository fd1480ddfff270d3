import { expect, test } from 'vitest';
import { chosenDraft, leave, readDraft, textOf, typedDraft, valuesWith } from './drafts.ts';

const recorded = { residualPressure_MPa: '0.50', hasOutburstSeam: true, testPoints: 8 } as const;

test('what is typed is judged at once, in whatever digits', () => {
  expect(valuesWith(recorded, { residualPressure_MPa: typedDraft('０．６') })).toMatchObject({
    residualPressure_MPa: '0.6',
  });
  expect(valuesWith(recorded, { testPoints: typedDraft('9') })).toMatchObject({ testPoints: 9 });
  expect(valuesWith(recorded, { hasOutburstSeam: chosenDraft(false) })).toMatchObject({ hasOutburstSeam: false });
});

test.each(['', 'abc', '-1', '500'])('“%s” is not known: neither the old figure nor 0 stands in for it', (text) => {
  expect(valuesWith(recorded, { residualPressure_MPa: typedDraft(text) })).not.toHaveProperty('residualPressure_MPa');
});

test('an unlikely figure counts once a person has said that it is right', () => {
  expect(readDraft('residualPressure_MPa', typedDraft('500')).is).toBe('asks');
  expect(valuesWith(recorded, { residualPressure_MPa: typedDraft('500', true) })).toMatchObject({
    residualPressure_MPa: '500',
  });
});

test('a word of an instrument is no text of a field', () => {
  expect(textOf({ quality: 'over_range' })).toBe('');
  expect(textOf('0.50')).toBe('0.50');
});

test('leaving a field records what can stand, once, and lets go of what is recorded already', () => {
  const typed = typedDraft('0.6');
  expect(leave('residualPressure_MPa', typed, '0.50')).toEqual({ is: 'record', value: '0.6' });
  expect(leave('residualPressure_MPa', { ...typed, isUnderway: true }, '0.50')).toEqual({ is: 'stay' });
  expect(leave('residualPressure_MPa', { ...typed, savedAt: 1 }, '0.50')).toEqual({ is: 'stay' });
  expect(leave('residualPressure_MPa', typed, '0.6')).toEqual({ is: 'drop' });
  expect(leave('residualPressure_MPa', typedDraft(''), '0.50')).toEqual({ is: 'record', value: null });
  expect(leave('residualPressure_MPa', typedDraft(''), null)).toEqual({ is: 'drop' });
  for (const text of ['x', '-1', '500'])
    expect(leave('residualPressure_MPa', typedDraft(text), null)).toEqual({ is: 'stay' });
});

test('what the record did not take is sent again when the field is left again', () => {
  const refused = { ...typedDraft('0.6'), fault: { code: 'disk_full' } as const };
  expect(leave('residualPressure_MPa', refused, '0.6')).toEqual({ is: 'record', value: '0.6' });
});
