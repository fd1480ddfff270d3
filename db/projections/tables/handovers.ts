import type { z } from 'zod';
import { handoverBody } from '../../log/plan-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

type Body = z.output<typeof handoverBody>;

/** Parts of inspections that passed from one officer to another. */
export const handoversTable = projectionTable('handovers', {
  handover: column.id(),
  inspection: column.id(),
  at: column.integer().notNull(),
  to: column.id(),
  parts: column.json<Body['parts']>(),
  why: column.id(),
});

export const handovers = {
  name: 'handovers',
  version: 1,
  types: ['handover'],
  table: handoversTable,
  indexes: ['inspection'],
  row: rowFrom(/^handover\/([0-9a-f]{32})\/given$/, handoverBody, ({ inspection, at, to, parts, why }, [handover]) => ({
    handover,
    inspection,
    at,
    to,
    parts,
    why,
  })),
} as const satisfies Projection;
