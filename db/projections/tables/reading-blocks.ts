import { readingBlockBody } from '../../log/field-bodies.ts';
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
});

export const readingBlocks = {
  name: 'reading_blocks',
  version: 1,
  types: ['reading.block'],
  table: readingBlocksTable,
  row: rowFrom(
    /^(?:inspection|device)\/([0-9a-f]{32})\/block:([0-9a-f]{32})$/,
    readingBlockBody,
    ({ instrument, channels, from, to, count, blob }, [owner, block]) => ({
      owner,
      block,
      instrument,
      channels,
      from,
      to,
      count,
      blob,
    }),
  ),
} as const satisfies Projection;
