import type { AreaHandover } from '../../../vocabulary/area.ts';
import { areaHandoverBody } from '../../log/area-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Areas handed on from planning to preparation to production, those taken back included. */
export const areaHandoversTable = projectionTable('areaHandovers', {
  area: column.id(),
  handover: column.id(),
  date: column.id(),
  entry: column.json<AreaHandover>(),
  removed: column.flag(),
});

export const areaHandovers = {
  name: 'areaHandovers',
  version: 1,
  types: ['area'],
  table: areaHandoversTable,
  row: rowFrom(
    /^area\/([0-9a-f]{32})\/handover:([0-9a-f]{32})$/,
    areaHandoverBody,
    ({ salt: _, removed = false, ...entry }, [area, handover]) => ({
      area,
      handover,
      date: entry.date,
      entry,
      removed,
    }),
  ),
} as const satisfies Projection;
