import { expect, test } from 'vitest';
import { loadPack } from '../../../rules/packs/pack.ts';
import { orThrow } from '../../../vocabulary/result.ts';
import { endedBy, uncheckedIn } from './packs-model.ts';

const entry = { key: 'a', article: '第1条', provenance: 'text' };
const sample = orThrow(
  loadPack({
    id: 'sample',
    version: 1,
    family: 'water',
    title: 'x',
    source: 'law',
    effectiveFrom: '2020-01-01',
    effectiveTo: '2026-11-22',
    limits: [],
    tables: [],
    clauses: [entry, { ...entry, key: 'b', article: null }, { ...entry, key: 'c', needsCheck: true }],
  }),
);

test('an entry counts as unchecked without its article or when it says so', () => {
  expect(uncheckedIn(sample)).toBe(2);
});
test('a pack is in force through its last day', () => {
  expect(endedBy(sample, '2026-11-22')).toBe(false);
  expect(endedBy(sample, '2026-11-23')).toBe(true);
});
