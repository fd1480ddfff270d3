import { expect, test } from 'vitest';
import { inspectionSummary } from '../../electron/ports/inspection-models.ts';
import { fakeId } from '../fake/fake-ids.ts';
import { earlierSummary, fakeSheet } from '../fake/fake-sheet.ts';
import { chooseInspection } from './current-inspection.ts';

const open = inspectionSummary.parse(fakeSheet(['water.exploration.lead-goaf']).summary);
const signed = inspectionSummary.parse(earlierSummary);

test('the one chosen is worked on, even when it is signed', () => {
  expect(chooseInspection([open, signed], signed.inspectionId)).toBe(signed);
});
test('else the newest that is not signed, else the newest', () => {
  const later = { ...signed, openedAt: open.openedAt };
  expect(chooseInspection([later, open], fakeId('gone'))).toBe(open);
  expect(chooseInspection([signed], null)).toBe(signed);
  expect(chooseInspection([], null)).toBeUndefined();
});
