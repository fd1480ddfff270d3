import { z } from 'zod';
import { placeId } from '../../vocabulary/ids.ts';
import { partKind, siteKind } from '../../vocabulary/site.ts';
import { factValue } from '../../vocabulary/verdict.ts';
import { salt } from './event.ts';

/** Bodies of `inspection.site` events: what was entered once of a place, and of each hole, pump and sump there. */
const facts = z.record(z.string(), factValue);

/** `parent` is the heading a probing site belongs to. */
export const siteBody = z.strictObject({ salt, kind: siteKind, parent: placeId.nullable(), facts });

/** One of several, each with a subject of its own: two tablets that enter different holes of one site do not disagree. */
export const sitePartBody = z.strictObject({
  salt,
  placeId,
  kind: partKind,
  facts,
  removed: z.boolean().optional(),
});
