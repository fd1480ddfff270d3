import { releaseBody } from '../../log/release-body.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Releases of rule packs that came in; which is in force is asked of their numbers and signatures. */
export const releasesTable = projectionTable('releases', { blob: column.id(), sig: column.id() });

export const releases = {
  name: 'releases',
  version: 1,
  types: ['pack'],
  table: releasesTable,
  row: rowFrom(/^pack\/[0-9a-f]{32}\/release$/, releaseBody, ({ blob, sig }) => ({ blob, sig })),
} as const satisfies Projection;
