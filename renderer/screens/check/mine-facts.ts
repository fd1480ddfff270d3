import type { InspectionSheet } from '../../../electron/ports/inspection-models.ts';
import type { FactValue } from '../../../vocabulary/verdict.ts';

/** Facts of the whole mine that rows of several places ask: said once, the next row is offered them. */
const OF_THE_MINE = ['mineGrade'] as const;

/** What was last answered of the mine in this inspection. A row that has an answer of its own keeps that. */
export function mineFacts(sheet: Pick<InspectionSheet, 'rows'>): Readonly<Record<string, FactValue>> {
  const answers = sheet.rows.flatMap(({ answer }) => answer ?? []).toSorted((a, b) => a.savedAt - b.savedAt);
  return Object.fromEntries(
    answers.flatMap(({ facts }) =>
      OF_THE_MINE.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]] as const])),
    ),
  );
}
