import { assessedUnitBody } from '../../log/assessment-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Assessed units of gas drainage by quarter, those taken back included. */
export const assessmentsTable = projectionTable('assessments', {
  assessment: column.id(),
  mine: column.id(),
  face: column.id(),
  name: column.id(),
  year: column.integer().notNull(),
  quarter: column.integer().notNull(),
  date: column.id(),
  inspection: column.text(),
  at: column.integer().notNull(),
  removed: column.flag(),
});

export const assessments = {
  name: 'assessments',
  version: 1,
  types: ['assessment'],
  table: assessmentsTable,
  row: rowFrom(
    /^assessment\/([0-9a-f]{32})\/unit$/,
    assessedUnitBody,
    ({ salt: _, inspection = null, removed = false, ...unit }, [assessment]) => ({
      assessment,
      ...unit,
      inspection,
      removed,
    }),
  ),
} as const satisfies Projection;
