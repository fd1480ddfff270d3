import { expect, test } from 'vitest';
import { inspectionSheet } from '../../../electron/ports/inspection-models.ts';
import type { FactValue } from '../../../vocabulary/verdict.ts';
import { fakeSheet } from '../../fake/fake-sheet.ts';
import { mineFacts } from './mine-facts.ts';

const sheet = inspectionSheet.parse(fakeSheet(['gas.checks.frequency']));
const answered = sheet.rows.filter(({ answer }) => answer !== null);
const factsOf = (grade: string | null | undefined): Record<string, FactValue> =>
  grade ? { mineGrade: grade, ch4Checks_perShift: 3 } : {};
const saying = (grades: readonly (string | null)[]) => ({
  rows: answered.slice(0, grades.length).map((row, at) => ({
    ...row,
    answer: row.answer && { ...row.answer, facts: factsOf(grades[at]) },
  })),
});

test('what was last said of the mine is offered, and nothing of the place', () => {
  expect(mineFacts(saying(['low', 'high', null]))).toEqual({ mineGrade: 'high' });
});
test('while nobody has said it nothing is offered', () => {
  expect(mineFacts(saying([null]))).toEqual({});
});
