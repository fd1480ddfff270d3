import type { OutburstIndex } from '../../../vocabulary/area.ts';
import { outburstIndexBody } from '../../log/area-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Outburst indices of seams, regions and faces with their verdicts, those taken back included. */
export const outburstIndicesTable = projectionTable('outburstIndices', {
  area: column.id(),
  index: column.id(),
  mine: column.id(),
  date: column.id(),
  entry: column.json<OutburstIndex>(),
  removed: column.flag(),
});

export const outburstIndices = {
  name: 'outburstIndices',
  version: 1,
  types: ['area'],
  table: outburstIndicesTable,
  row: rowFrom(
    /^area\/([0-9a-f]{32})\/outburstIndex:([0-9a-f]{32})$/,
    outburstIndexBody,
    ({ salt: _, removed = false, ...entry }, [area, index]) => ({
      area,
      index,
      mine: entry.mine,
      date: entry.date,
      entry,
      removed,
    }),
  ),
} as const satisfies Projection;
