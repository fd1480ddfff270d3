import type { DrainageArea } from '../../../vocabulary/area.ts';
import { drainageAreaBody } from '../../log/area-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Areas of 三区联动 with the mine's figures, those taken back included. */
export const drainageAreasTable = projectionTable('drainageAreas', {
  area: column.id(),
  mine: column.id(),
  sheet: column.json<DrainageArea>(),
  removed: column.flag(),
});

export const drainageAreas = {
  name: 'drainageAreas',
  version: 1,
  types: ['area'],
  table: drainageAreasTable,
  row: rowFrom(
    /^area\/([0-9a-f]{32})\/drainageArea$/,
    drainageAreaBody,
    ({ salt: _, removed = false, ...sheet }, [area]) => ({ area, mine: sheet.mine, sheet, removed }),
  ),
} as const satisfies Projection;
