import type { Severity, VerdictStatus } from '../../../vocabulary/verdict.ts';
import { conclusionBody } from '../../log/assessment-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** What was let stand as the result of a unit. */
export const assessmentConclusionsTable = projectionTable('assessmentConclusions', {
  assessment: column.id(),
  outcome: column.id().$type<VerdictStatus>(),
  severity: column.text().$type<Severity>(),
  at: column.integer().notNull(),
  note: column.id(),
  removed: column.flag(),
});

export const assessmentConclusions = {
  name: 'assessmentConclusions',
  version: 1,
  types: ['assessment'],
  table: assessmentConclusionsTable,
  row: rowFrom(
    /^assessment\/([0-9a-f]{32})\/conclusion$/,
    conclusionBody,
    ({ outcome, severity, at, note, removed = false }, [assessment]) => ({
      assessment,
      outcome,
      severity,
      at,
      note,
      removed,
    }),
  ),
} as const satisfies Projection;
