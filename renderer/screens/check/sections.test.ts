import { expect, test } from 'vitest';
import { inspectionSheet, type SheetRow } from '../../../electron/ports/inspection-models.ts';
import { fakeSheet } from '../../fake/fake-sheet.ts';
import { firstRow, lacksEvidence, neighbour, rowKey, rowMark, sectionsOf } from './sections.ts';

const sheet = inspectionSheet.parse(fakeSheet(['water.people.plan', 'water.exploration.lead-goaf']));
const [first] = sheet.rows;
if (!first) throw new Error('no rows');
const change = (part: Partial<SheetRow>): SheetRow => ({ ...first, ...part });
const groupOf = (itemId: string) => itemId.split('.')[1] ?? '';

test('every row stands in one section', () => {
  const sections = sectionsOf(sheet, groupOf);
  expect(sections.flatMap((section) => section.rows)).toHaveLength(sheet.rows.length);
  expect(new Set(sections.map((section) => section.key)).size).toBe(sections.length);
  expect(sections[0]?.group).toBe('people');
});
test('the row asked for is opened, else an open one where one stands', () => {
  const target = sheet.rows[5] ?? first;
  expect(firstRow(sheet.rows, target, null)).toMatchObject({ itemId: target.itemId, placeId: target.placeId });
  const opened = firstRow(sheet.rows, null, sheet.currentPlace);
  expect(opened).toMatchObject({ status: 'unanswered', placeId: sheet.currentPlace });
});
test('a place asked for opens its first open row', () => {
  const placeId = sheet.places[4]?.placeId ?? null;
  expect(firstRow(sheet.rows, { itemId: null, placeId }, null)?.placeId).toBe(placeId);
});
test('neighbours end where the list ends', () => {
  const last = sheet.rows.at(-1) ?? first;
  expect(neighbour([first, last], rowKey(first), 1)).toBe(last);
  expect(neighbour([first, last], rowKey(last), 1)).toBeNull();
  expect(neighbour([first, last], 'nobody', 1)).toBeNull();
});
test('a conflict shows before the answer', () => {
  expect(rowMark(change({ conflict: true, status: 'pass' }))).toBe('conflict');
  expect(rowMark(change({ conflict: false, status: 'fail', severity: 'major' }))).toBe('failMajor');
});
test('a pass without its evidence is told', () => {
  const answer = first.answer && { ...first.answer, outcome: 'pass' as const };
  expect(lacksEvidence(change({ answer, status: 'unknown', missingEvidence: ['photo'] }))).toBe(true);
  expect(lacksEvidence(change({ answer, status: 'pass', missingEvidence: [] }))).toBe(false);
});
