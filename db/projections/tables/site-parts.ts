import type { PartKind } from '../../../vocabulary/site.ts';
import type { FactValue } from '../../../vocabulary/verdict.ts';
import { sitePartBody } from '../../log/site-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** The holes, pumps and sumps of the sites of an inspection, those taken away included. */
export const sitePartsTable = projectionTable('siteParts', {
  inspection: column.id(),
  part: column.id(),
  placeId: column.id(),
  kind: column.id().$type<PartKind>(),
  facts: column.json<Readonly<Record<string, FactValue>>>(),
  removed: column.flag(),
});

export const siteParts = {
  name: 'siteParts',
  version: 1,
  types: ['inspection.site'],
  table: sitePartsTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/part:([0-9a-f]{32})$/,
    sitePartBody,
    ({ placeId, kind, facts, removed }, [inspection, part]) => ({
      inspection,
      part,
      placeId,
      kind,
      facts,
      removed: removed ?? false,
    }),
  ),
} as const satisfies Projection;
