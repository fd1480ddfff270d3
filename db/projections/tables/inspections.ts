import type { ChecklistPack } from '../../../vocabulary/place.ts';
import { openedBody } from '../../log/field-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** Inspections as they were opened. */
export const inspectionsTable = projectionTable('inspections', {
  inspection: column.id(),
  mine: column.id(),
  kind: column.id(),
  hydroType: column.id(),
  date: column.id(),
  at: column.integer(),
  places: column.json<(typeof openedBody)['_output']['places']>(),
  officers: column.json<readonly string[]>(),
  plan: column.text(),
  packs: column.json<readonly ChecklistPack[]>(),
  planId: column.text(),
});

export const inspections = {
  name: 'inspections',
  version: 4,
  types: ['inspection'],
  table: inspectionsTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(/^inspection\/([0-9a-f]{32})\/opened$/, openedBody, (body, [inspection]) => ({
    inspection,
    mine: body.mine.name,
    kind: body.kind,
    hydroType: body.hydroType,
    date: body.date,
    at: body.at ?? null,
    places: body.places,
    officers: body.officers,
    plan: body.plan ?? null,
    packs: body.packs ?? ['water'],
    planId: body.planId ?? null,
  })),
} as const satisfies Projection;
