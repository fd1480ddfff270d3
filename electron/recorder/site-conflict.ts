import { siteBody, sitePartBody } from '../../db/log/site-bodies.ts';
import type { EventRecord } from '../../db/record.ts';

const OF_SITE = /^inspection\/[0-9a-f]{32}\/(site|part):([0-9a-f]{32})$/;

/** The place that a site or one of its holes or pumps is of, with the name of the part. */
export function siteTitle(record: EventRecord, subject: string): string | null {
  const [, what, id] = OF_SITE.exec(subject) ?? [];
  if (id === undefined) return null;
  const [part] = what === 'part' ? record.rows('siteParts', { part: id }) : [];
  const placeId = part?.placeId ?? id;
  const opened = record.rows('inspections').flatMap(({ places }) => places);
  const place = opened.find((row) => row.placeId === placeId)?.name ?? '';
  const name = part?.facts.name;
  return [place, typeof name === 'string' ? name : ''].filter((words) => words !== '').join(' · ') || null;
}

/** What was entered of a site, or of one of its holes or pumps. */
export function siteSaid(body: unknown): Readonly<Record<string, unknown>> | null {
  const part = sitePartBody.safeParse(body).data;
  const site = part ?? siteBody.safeParse(body).data;
  return site ? { ...site.facts, ...(part?.removed ? { removed: true } : {}) } : null;
}
