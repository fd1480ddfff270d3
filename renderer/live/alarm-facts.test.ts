import { expect, test } from 'vitest';
import { alarmOf, noteOf } from './alarm-facts.ts';
import { at, one, raisedAt } from './test-alarm.ts';

const now = at(60_000);

test('an alarm of the record shows the number it alarmed by, also where the unit was never settled', () => {
  const note = noteOf(one(raisedAt(1.52)));
  const last = {
    ...note.facts.last,
    value: { quality: 'invalid' as const, unit: null, detail: 'unit_unconfirmed +001.60' },
  };
  expect(alarmOf({ ...note, facts: { ...note.facts, last } }, now).last).toMatchObject({ text: '1.60', danger: 1.6 });
});

test('a value out of range has no number and is graver than all', () => {
  const note = noteOf(one(raisedAt(1.52)));
  const last = { ...note.facts.last, value: { quality: 'over_range' as const, unit: null, detail: '' } };
  expect(alarmOf({ ...note, facts: { ...note.facts, last } }, now).last).toMatchObject({
    text: null,
    danger: Number.POSITIVE_INFINITY,
  });
});

test('a value whose unit is settled and another than that of the limit cannot be compared, and keeps its number', () => {
  const note = noteOf(one(raisedAt(1.52)));
  const last = {
    ...note.facts.last,
    value: { quality: 'invalid' as const, unit: 'ppm' as const, detail: 'gas_unknown 30' },
  };
  expect(alarmOf({ ...note, facts: { ...note.facts, last } }, now).last).toMatchObject({
    text: '30',
    danger: Number.NEGATIVE_INFINITY,
  });
});
