import type { z } from 'zod';
import { type blockGrade, readingBlockBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Which blob holds the readings of an instrument over a span of time. */
export const readingBlocksTable = projectionTable('reading_blocks', {
  owner: column.id(),
  block: column.id(),
  instrument: column.id(),
  channels: column.json<readonly string[]>(),
  from: column.integer().notNull(),
  to: column.integer().notNull(),
  count: column.integer().notNull(),
  blob: column.id(),
  /** Null where it was written by a version that did not grade. */
  grades: column.optionalJson<readonly z.infer<typeof blockGrade>[]>(),
});

export const readingBlocks = {
  name: 'reading_blocks',
  version: 3,
  types: ['reading.block'],
  table: readingBlocksTable,
  // Both ends, so that a season of blocks is passed over in the index alone.
  indexes: ['instrument, "from", "to"'],
  row: rowFrom(
    /^(?:inspection|device)\/([0-9a-f]{32})\/block:([0-9a-f]{32})$/,
    readingBlockBody,
    ({ instrument, channels, from, to, count, blob, grades }, [owner, block]) => ({
      owner,
      block,
      instrument,
      channels,
      from,
      to,
      count,
      blob,
      grades: grades ?? null,
    }),
  ),
} as const satisfies Projection;
