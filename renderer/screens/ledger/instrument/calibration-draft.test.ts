import { expect, test } from 'vitest';
import { entityId } from '../../../../vocabulary/ids.ts';
import { calibration } from '../../../../vocabulary/instrument.ts';
import { entryOf, freshEntry, keptEntry, missingIn, unitsFor } from './calibration-draft.ts';

const today = '2026-11-23';
const fresh = freshEntry('CH4', today, '赵远山');

test('an entry without figures may be kept, its error is then not known', () => {
  expect(missingIn(fresh, today)).toEqual([]);
  expect(keptEntry(fresh, today)).toMatchObject({ kind: 'calibration', standard: null, asFound: null, asLeft: null });
});
test('what is wanted is named', () => {
  expect(missingIn({ ...fresh, date: '', by: ' ' }, today)).toEqual(['date', 'by']);
  expect(missingIn({ ...fresh, date: '2026-11-24' }, today)).toEqual(['future']);
  expect(missingIn({ ...fresh, asFound: '1.02' }, today)).toEqual(['standard']);
  expect(missingIn({ ...fresh, standard: '1.0', asLeft: '-' }, today)).toEqual(['figures']);
  expect(keptEntry({ ...fresh, asFound: '1.02' }, today)).toBeNull();
});
test('figures are kept as they were typed, as exact decimals', () => {
  const kept = keptEntry({ ...fresh, standard: '1.00', asFound: '1.10', asLeft: '.99' }, today);
  expect(kept).toMatchObject({ standard: { amount: '1.00', unit: '%VOL' }, asFound: '1.10', asLeft: '0.99' });
});
test('a kept entry is opened for correction as it was', () => {
  const kept = keptEntry({ ...fresh, standard: '1.00', asFound: '1.10' }, today);
  const id = entityId.parse('c'.repeat(32));
  expect(keptEntry(entryOf(id, calibration.parse(kept)), today)).toEqual(kept);
});
test('toxic gases begin with ppm', () => {
  expect(unitsFor('CO')[0]).toBe('ppm');
  expect(unitsFor('CH4')[0]).toBe('%VOL');
});
