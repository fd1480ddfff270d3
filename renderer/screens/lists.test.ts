import { expect, test } from 'vitest';
import { inspectionSheet, inspectionSummary } from '../../electron/ports/inspection-models.ts';
import { earlierSummary, fakeSheet } from '../fake/fake-sheet.ts';
import { minesOf, peopleOf } from './ledger/ledger-model.ts';

const sheet = inspectionSheet.parse(fakeSheet(['water.exploration.lead-goaf']));
const earlier = inspectionSummary.parse(earlierSummary);

test('mines are listed once, the latest first', () => {
  const again = { ...earlier, inspectionId: sheet.summary.inspectionId, date: sheet.summary.date };
  expect(minesOf([earlier, sheet.summary, again])).toMatchObject([
    { mine: '青石沟煤矿', inspections: [sheet.summary], last: '2026-11-23', hydroType: 'complex', fail: 2, unknown: 3 },
    { mine: '石盘煤矿', inspections: [earlier, again], last: '2026-11-22', hydroType: 'medium' },
  ]);
});
test('officers are listed once by their certificate, with every mine they inspected', () => {
  expect(peopleOf([earlier, sheet.summary])).toEqual([
    { name: '赵远山', certificateNo: '14-0312-0087', mines: ['青石沟煤矿', '石盘煤矿'], times: 2, last: '2026-11-23' },
    { name: '王晓岚', certificateNo: '14-0312-0103', mines: ['青石沟煤矿'], times: 1, last: '2026-11-23' },
    { name: '李树新', certificateNo: '14-0312-0119', mines: ['石盘煤矿'], times: 1, last: '2026-11-22' },
  ]);
});
