import type { Verdict } from '../../../vocabulary/verdict.ts';
import { assessedVerdictBody } from '../../log/assessment-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** The verdicts that stood when a unit was concluded. */
export const assessmentVerdictsTable = projectionTable('assessmentVerdicts', {
  assessment: column.id(),
  sub: column.id(),
  verdict: column.json<Verdict>(),
});

export const assessmentVerdicts = {
  name: 'assessmentVerdicts',
  version: 1,
  types: ['assessment'],
  table: assessmentVerdictsTable,
  under: { column: 'assessment', entity: 'assessment' },
  row: rowFrom(
    /^assessment\/([0-9a-f]{32})\/verdict:([A-Za-z]+)$/,
    assessedVerdictBody,
    ({ verdict }, [assessment, sub]) => ({ assessment, sub, verdict }),
  ),
} as const satisfies Projection;
