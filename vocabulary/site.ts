import { z } from 'zod';
import { kindOfPlace, type Place } from './place.ts';

/** What is written down once of a place that repeats: a heading, a probing site with its holes, a pump room with its pumps. */
export const siteKind = z.enum(['heading', 'probeSite', 'pumpRoom', 'face']);
export type SiteKind = z.infer<typeof siteKind>;

/** What a site has several of. */
export const partKind = z.enum(['hole', 'pump', 'sump']);
export type PartKind = z.infer<typeof partKind>;

/** Which sub-form a place has, or null. */
export const siteKindOf = (place: Pick<Place, 'code' | 'kind'>): SiteKind | null =>
  siteKind.safeParse(kindOfPlace(place)).data ?? null;
