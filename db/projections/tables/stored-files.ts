import type { z } from 'zod';
import { storedFileBody } from '../../log/stored-log-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

type Body = z.output<typeof storedFileBody>;

/** Files of stored readings: one row for the bytes of a file, whoever imported it. */
export const storedFilesTable = projectionTable('stored_files', {
  file: column.id(),
  /** First half of the file's sha256: `time.boot` of its readings. */
  source: column.id(),
  name: column.id(),
  bytes: column.integer().notNull(),
  instrument: column.id(),
  inspection: column.text(),
  settings: column.json<Body['settings']>(),
  format: column.id(),
  encoding: column.id(),
  clock: column.optionalJson<NonNullable<Body['clock']>>(),
  counts: column.json<Body['counts']>(),
  channels: column.json<Body['channels']>(),
  from: column.integer().notNull(),
  to: column.integer().notNull(),
  blocks: column.json<Body['blocks']>(),
  grades: column.json<Body['grades']>(),
  match: column.optionalJson<NonNullable<Body['match']>>(),
});

export const storedFiles = {
  name: 'stored_files',
  version: 1,
  types: ['instrument.log'],
  table: storedFilesTable,
  row: rowFrom(/^stored-log\/([0-9a-f]{32})\/file$/, storedFileBody, ({ salt: _, file, match, ...rest }, [source]) => ({
    ...rest,
    file: file.sha256,
    name: file.name,
    bytes: file.bytes,
    source,
    inspection: match?.inspection ?? null,
    match,
  })),
} as const satisfies Projection;
