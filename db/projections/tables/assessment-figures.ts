import type { z } from 'zod';
import type { FactValue } from '../../../vocabulary/verdict.ts';
import { figureBody, type figureSource } from '../../log/assessment-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Every figure of a unit with where it comes from; null where it was taken back. */
export const assessmentFiguresTable = projectionTable('assessmentFigures', {
  assessment: column.id(),
  field: column.id(),
  /** In an object of its own, since a column that holds JSON cannot hold a bare text. */
  said: column.json<{ readonly value: FactValue }>(),
  source: column.json<z.output<typeof figureSource>>(),
});

export const assessmentFigures = {
  name: 'assessmentFigures',
  version: 1,
  types: ['assessment'],
  table: assessmentFiguresTable,
  under: { column: 'assessment', entity: 'assessment' },
  row: rowFrom(
    /^assessment\/([0-9a-f]{32})\/figure:([A-Za-z0-9_]+)$/,
    figureBody,
    ({ value, source }, [assessment, field]) => ({ assessment, field, said: { value }, source }),
  ),
} as const satisfies Projection;
