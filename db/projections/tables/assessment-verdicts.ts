import type { Verdict } from '../../../vocabulary/verdict.ts';
import { assessedVerdictBody } from '../../log/assessment-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** The verdicts that stood when a unit was concluded. */
export const assessmentVerdictsTable = projectionTable('assessmentVerdicts', {
  assessment: column.id(),
  sub: column.id(),
  verdict: column.json<Verdict>(),
  byCompany: column.optionalJson<Verdict>(),
});

export const assessmentVerdicts = {
  name: 'assessmentVerdicts',
  version: 2,
  types: ['assessment'],
  table: assessmentVerdictsTable,
  under: { column: 'assessment', entity: 'assessment' },
  row: rowFrom(
    /^assessment\/([0-9a-f]{32})\/verdict:([A-Za-z]+)$/,
    assessedVerdictBody,
    ({ verdict, byCompany = null }, [assessment, sub]) => ({ assessment, sub, verdict, byCompany }),
  ),
} as const satisfies Projection;
