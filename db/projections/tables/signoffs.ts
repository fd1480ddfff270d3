import { signoffBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Inspections that were signed off, with the rows left open and why. */
export const signoffsTable = projectionTable('signoffs', {
  inspection: column.id(),
  at: column.integer().notNull(),
  gaps: column.json<(typeof signoffBody)['_output']['gaps']>(),
  counts: column.json<Readonly<Record<string, number>>>(),
});

export const signoffs = {
  name: 'signoffs',
  version: 1,
  types: ['inspection'],
  table: signoffsTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(/^inspection\/([0-9a-f]{32})\/signoff$/, signoffBody, ({ at, gaps, counts }, [inspection]) => ({
    inspection,
    at,
    gaps,
    counts,
  })),
} as const satisfies Projection;
