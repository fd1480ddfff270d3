import { eventHeader } from '../../db/log/event.ts';
import type { EventRecord } from '../../db/record.ts';

/** How far back is looked at once; it doubles until the beginning is reached. */
const FIRST_LOOK = 256;

/**
 * How many entries this person wrote into the own log since a moment. Seals have no author, and blocks of readings are written
 * by the machine in the person's name: neither is counted.
 */
export function writtenSince(record: EventRecord, from: number): number {
  const { log, person } = record.identity;
  const newest = log === null ? null : record.stores.events.head(log);
  if (log === null || newest === null) return 0;
  for (let look = FIRST_LOOK; ; look *= 2) {
    const fromSeq = Math.max(1, newest.seq - look + 1);
    const rows = record.stores.events.ofLog(log, fromSeq).map(({ header }) => eventHeader.parse(JSON.parse(header)));
    const [oldest] = rows;
    if (fromSeq > 1 && oldest !== undefined && oldest.wall >= from) continue;
    return rows.filter(({ type, author, wall }) => author === person && type !== 'reading.block' && wall >= from)
      .length;
  }
}
