import { z } from 'zod';
import { entityId, placeId } from '../../vocabulary/ids.ts';
import { partKind, siteKind } from '../../vocabulary/site.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { factValue } from '../../vocabulary/verdict.ts';

const facts = z.record(z.string(), factValue);

/** One hole, pump or sump of a site. */
const sitePart = z.strictObject({ partId: entityId, kind: partKind, facts });

/** What was entered once of a place that repeats, with its holes or pumps by their names. */
export const siteRow = z.strictObject({
  placeId,
  kind: siteKind,
  /** The heading a probing site belongs to. */
  parent: placeId.nullable(),
  facts,
  parts: z.array(sitePart),
  /** Null while nothing of the place itself was entered. */
  savedAt: epochMs.nullable(),
  /** Two tablets entered different things. */
  conflict: z.boolean(),
});
export type SiteRow = z.infer<typeof siteRow>;

export const siteDraft = { placeId, parent: placeId.nullable(), facts };
/** `partId` is null for a new one. */
export const partDraft = { placeId, partId: entityId.nullable(), kind: partKind, facts };
