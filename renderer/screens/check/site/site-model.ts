import type { InspectionSheet, SheetRow } from '../../../../electron/ports/inspection-models.ts';
import { partForms, siteFields } from '../../../../rules/sites/forms.ts';
import { type Offers, offersFor } from '../../../../rules/sites/offers.ts';
import type { Site, SiteField, SitePart } from '../../../../rules/sites/site.ts';
import type { Place } from '../../../../vocabulary/place.ts';
import { type SiteKind, siteKindOf } from '../../../../vocabulary/site.ts';
import { readFacts, type TypedFacts, typedFrom } from '../fact-entry.ts';
import { type ItemView, viewOf } from '../item-view.ts';

/** What was typed of one site and is shown before the record has it, by target: `site` or the id of a part. */
export type SiteDrafts = Readonly<Record<string, TypedFacts>>;
export const WHOLE = 'site';

/** The recorded site of a place, or an empty one. */
export function recordedSite(sheet: Pick<InspectionSheet, 'sites'>, placeId: string, kind: SiteKind): Site {
  const found = sheet.sites.find((site) => site.placeId === placeId);
  return found ?? { placeId, kind, parent: null, facts: {}, parts: [] };
}

export const typedOf = (
  fields: readonly SiteField[],
  facts: Site['facts'],
  draft: TypedFacts | undefined,
): TypedFacts => ({
  ...typedFrom(fields, facts),
  ...draft,
});

/** The site as it stands on the screen: the recorded one with what was typed since. */
export function withDrafts(site: Site, drafts: SiteDrafts): Site {
  const read = (fields: readonly SiteField[], facts: Site['facts'], draft: TypedFacts | undefined) =>
    draft === undefined ? facts : readFacts(fields, typedOf(fields, facts, draft)).facts;
  return {
    ...site,
    facts: read(siteFields(site.kind), site.facts, drafts[WHOLE]),
    parts: site.parts.map((part) => ({ ...part, facts: read(partForms[part.kind], part.facts, drafts[part.partId]) })),
  };
}

/** The number after the greatest one in use: holes and pumps are numbered as they are added. */
export function nextName(parts: readonly SitePart[]): string {
  const numbers = parts.map(({ facts }) => Number(/\d+/.exec(String(facts.name ?? ''))?.[0] ?? 0));
  return `${Math.max(0, ...numbers) + 1}#`;
}

/** The headings a probing site may belong to. */
export const headingsOf = (places: readonly Place[]): readonly Place[] =>
  places.filter((place) => siteKindOf(place) === 'heading');

/** A row that takes facts from this site, judged with them. */
export interface FedRow {
  readonly row: SheetRow;
  readonly view: ItemView;
  readonly offers: Offers;
}

/** The rows that a site feeds: its own, and of a probing site those of its heading. */
export function fedRows(sheet: InspectionSheet, site: Site): readonly FedRow[] {
  const sites = [...sheet.sites.filter(({ placeId }) => placeId !== site.placeId), site];
  const near = new Set([
    site.placeId,
    site.parent,
    ...sites.filter(({ parent }) => parent === site.placeId).map(({ placeId }) => placeId),
  ]);
  return sheet.rows.flatMap((row): FedRow[] => {
    if (row.placeId === null || !near.has(row.placeId)) return [];
    const blank = viewOf(row, {}, sheet);
    if (!blank) return [];
    const offers = offersFor(blank.item, row.placeId, sites);
    if (Object.keys(offers).length === 0) return [];
    const facts = Object.fromEntries(Object.entries(offers).map(([key, { value }]) => [key, value]));
    const view = viewOf(row, facts, sheet);
    return view ? [{ row, view, offers }] : [];
  });
}
