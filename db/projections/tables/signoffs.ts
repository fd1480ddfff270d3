import { signoffBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Each signing of an inspection, with the rows left open and why. Two officers who sign on two tablets stand side by side. */
export const signoffsTable = projectionTable('signoffs', {
  inspection: column.id(),
  signoff: column.id(),
  at: column.integer().notNull(),
  gaps: column.json<(typeof signoffBody)['_output']['gaps']>(),
  counts: column.json<Readonly<Record<string, number>>>(),
});

export const signoffs = {
  name: 'signoffs',
  version: 2,
  types: ['inspection'],
  table: signoffsTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/signoff:([0-9a-f]{32})$/,
    signoffBody,
    ({ at, gaps, counts }, [inspection, signoff]) => ({
      inspection,
      signoff,
      at,
      gaps,
      counts,
    }),
  ),
} as const satisfies Projection;
