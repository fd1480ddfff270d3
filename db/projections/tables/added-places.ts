import { addedPlaceBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Places that were added to an inspection after it was opened. */
export const addedPlacesTable = projectionTable('added_places', {
  inspection: column.id(),
  placeId: column.id(),
  place: column.json<Omit<(typeof addedPlaceBody)['_output'], 'salt'>>(),
});

export const addedPlaces = {
  name: 'added_places',
  version: 1,
  types: ['inspection'],
  table: addedPlacesTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/added:[0-9a-f]{32}$/,
    addedPlaceBody,
    ({ salt: _, ...place }, [inspection]) => ({
      inspection,
      placeId: place.placeId,
      place,
    }),
  ),
} as const satisfies Projection;
