import type { PlaceKind } from '../../../vocabulary/place.ts';
import { placeBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** From when the inspector stood where; readings find their place by time here. */
export const placesTable = projectionTable('places', {
  inspection: column.id(),
  interval: column.id(),
  placeId: column.id(),
  code: column.id(),
  name: column.id(),
  kind: column.text().$type<PlaceKind>(),
  from: column.integer().notNull(),
  removed: column.flag(),
});

export const places = {
  name: 'places',
  version: 2,
  types: ['inspection.place'],
  table: placesTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/place:([0-9a-f]{32})$/,
    placeBody,
    ({ placeId, code, name, kind, from, removed }, [inspection, interval]) => ({
      inspection,
      interval,
      placeId,
      code,
      name,
      kind: kind ?? null,
      from,
      removed: removed ?? false,
    }),
  ),
} as const satisfies Projection;
