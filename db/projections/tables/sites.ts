import type { SiteKind } from '../../../vocabulary/site.ts';
import type { FactValue } from '../../../vocabulary/verdict.ts';
import { siteBody } from '../../log/site-bodies.ts';
import { column, type Projection, projectionTable, rowFrom } from '../projection.ts';

/** What was entered once of each heading, probing site, pump room and face of an inspection. */
export const sitesTable = projectionTable('sites', {
  inspection: column.id(),
  placeId: column.id(),
  kind: column.id().$type<SiteKind>(),
  parent: column.text(),
  facts: column.json<Readonly<Record<string, FactValue>>>(),
});

export const sites = {
  name: 'sites',
  version: 1,
  types: ['inspection.site'],
  table: sitesTable,
  under: { column: 'inspection', entity: 'inspection' },
  row: rowFrom(
    /^inspection\/([0-9a-f]{32})\/site:([0-9a-f]{32})$/,
    siteBody,
    ({ kind, parent, facts }, [inspection, placeId]) => ({ inspection, placeId, kind, parent, facts }),
  ),
} as const satisfies Projection;
