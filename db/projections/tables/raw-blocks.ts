import { rawBlockBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Which blob holds the serial bytes behind the readings, and the driver that can decode them again. */
export const rawBlocksTable = projectionTable('raw_blocks', {
  owner: column.id(),
  block: column.id(),
  instrument: column.id(),
  driver: column.id(),
  driverVersion: column.id(),
  session: column.id(),
  boot: column.id(),
  lines: column.integer().notNull(),
  from: column.integer().notNull(),
  to: column.integer().notNull(),
  blob: column.id(),
});

export const rawBlocks = {
  name: 'raw_blocks',
  version: 2,
  types: ['raw.block'],
  table: rawBlocksTable,
  row: rowFrom(
    /^(?:inspection|device)\/([0-9a-f]{32})\/raw:([0-9a-f]{32})$/,
    rawBlockBody,
    ({ instrument, driver, driverVersion, session, boot, lines, from, to, blob }, [owner, block]) => ({
      owner,
      block,
      instrument,
      driver,
      driverVersion,
      session,
      boot,
      lines,
      from,
      to,
      blob,
    }),
  ),
} as const satisfies Projection;
