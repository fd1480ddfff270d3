import type { z } from 'zod';
import { pointBody, type pointSource } from '../../log/assessment-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Test points of a unit with what was measured there, those taken back included. */
export const assessmentPointsTable = projectionTable('assessmentPoints', {
  assessment: column.id(),
  no: column.integer().notNull(),
  said: column.json<Omit<z.output<typeof pointBody>, 'salt' | 'source' | 'removed'>>(),
  source: column.json<z.output<typeof pointSource>>(),
  removed: column.flag(),
});

export const assessmentPoints = {
  name: 'assessmentPoints',
  version: 1,
  types: ['assessment'],
  table: assessmentPointsTable,
  under: { column: 'assessment', entity: 'assessment' },
  row: rowFrom(
    /^assessment\/([0-9a-f]{32})\/point:([1-9]\d{0,2})$/,
    pointBody,
    ({ salt: _, source, removed = false, ...said }, [assessment, no]) => ({
      assessment,
      no: Number(no),
      said,
      source,
      removed,
    }),
  ),
} as const satisfies Projection;
