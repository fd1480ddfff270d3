import { expect, test } from 'vitest';
import { factsDiffer, readFacts, typedFrom } from './fact-entry.ts';

const asked = [
  { key: 'lead_m', kind: 'number' },
  { key: 'specialists', kind: 'count' },
  { key: 'drilling_date', kind: 'date' },
  { key: 'dedicatedTeam', kind: 'flag' },
  { key: 'signsSeen', kind: 'codes' },
] as const;

test('numbers are kept as exact decimals and counts as integers', () => {
  expect(readFacts(asked, { lead_m: '２７．５', specialists: '3' }).facts).toEqual({ lead_m: '27.5', specialists: 3 });
});
test('what is empty is left out and what cannot stand is named', () => {
  expect(readFacts(asked, { lead_m: '', specialists: '2.5', drilling_date: '2026-02-30' })).toEqual({
    facts: {},
    bad: ['specialists', 'drilling_date'],
  });
});
test('no is an answer, and so is an empty list of signs', () => {
  expect(readFacts(asked, { dedicatedTeam: false, signsSeen: [] }).facts).toEqual({
    dedicatedTeam: false,
    signsSeen: [],
  });
});
test('a recorded answer comes back into the fields, and what was no measurement comes back as its word', () => {
  const facts = { lead_m: { quality: 'over_range' }, specialists: 3, signsSeen: ['mist'], dedicatedTeam: true };
  const typed = typedFrom(asked, facts);
  expect(typed).toEqual({ ...facts, specialists: '3' });
  expect(readFacts(asked, typed)).toEqual({ facts, bad: [] });
});
test('a changed field is told from what was recorded', () => {
  expect(factsDiffer({ lead_m: '27.5' }, { lead_m: '27.5' }, asked)).toBe(false);
  expect(factsDiffer({ lead_m: '27.5' }, {}, asked)).toBe(true);
});
