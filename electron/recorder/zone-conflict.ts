import { waterZoneBody, zoneChangeBody, zoneMapBody, zoneWorkBody } from '../../db/log/zone-bodies.ts';
import type { EventRecord } from '../../db/record.ts';
import { zoneSubjects } from './say-facts.words.ts';

const SUBJECT = /^area\/([0-9a-f]{32})\/(waterZone|zoneChange|zoneWork|zoneMap)(?::[0-9a-f]{32})?$/;
type Word = keyof typeof zoneSubjects;

const entryOf = (record: EventRecord, subject: string) => {
  const [, area, word] = SUBJECT.exec(subject) ?? [];
  if (area === undefined || word === undefined) return null;
  const rows = record.rows('zoneEntries', { area });
  return { word, rows };
};

/** What of 三区 two tablets wrote differently: 三区 · 二采区. */
export function zoneTitle(record: EventRecord, subject: string): string | null {
  const found = entryOf(record, subject);
  if (!found) return null;
  const name = found.rows.flatMap(({ said }) => ('name' in said.value ? [said.value.name] : []))[0];
  return [zoneSubjects[isWord(found.word) ? found.word : 'waterZone'], name ?? '']
    .filter((word) => word !== '')
    .join(' · ');
}

const isWord = (word: string): word is Word => Object.hasOwn(zoneSubjects, word);

export const mineOfZone = (record: EventRecord, subject: string): string | null =>
  entryOf(record, subject)?.rows.flatMap(({ mine }) => (mine === null ? [] : [mine]))[0] ?? null;

/** What one of them says; an outline by how many corners it has. */
export function zoneSaid(body: unknown): Readonly<Record<string, unknown>> | null {
  const zone = waterZoneBody.safeParse(body).data ?? zoneWorkBody.safeParse(body).data;
  if (zone) {
    const { salt: _, mine: __, outline_dm, removed, ...said } = zone;
    return { ...said, corners: outline_dm?.length, ...(removed ? { removed } : {}) };
  }
  const change = zoneChangeBody.safeParse(body).data;
  if (change) {
    const { salt: _, removed, ...said } = change;
    return { ...said, ...(removed ? { removed } : {}) };
  }
  const map = zoneMapBody.safeParse(body).data;
  return map ? { distance_m: map.scale.distance_m } : null;
}
