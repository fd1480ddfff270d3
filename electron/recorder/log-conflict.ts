import { storedFileBody } from '../../db/log/stored-log-bodies.ts';
import type { EventRecord } from '../../db/record.ts';

/** The file or the reading-out that a stored log is of, with its instrument. */
export function logTitle(record: EventRecord, subject: string): string | null {
  const source = /^stored-log\/([0-9a-f]{32})\//.exec(subject)?.[1];
  if (source === undefined) return null;
  const [file] = record.rows('stored_files', { source });
  const [events] = record.rows('stored_events', { source });
  const [row] = record.rows('instruments', { instrument: file?.instrument ?? events?.instrument ?? '' });
  return [file?.name ?? '', row ? `${row.model} ${row.serialNumber}`.trim() : ''].filter(Boolean).join(' · ') || null;
}

/** What two machines may say differently of one stored log. */
export function logFacts(record: EventRecord, body: unknown): Readonly<Record<string, unknown>> | null {
  const log = storedFileBody.safeParse(body).data;
  if (!log) return null;
  const [instrument] = record.rows('instruments', { instrument: log.instrument });
  const [inspection] = log.match ? record.rows('inspections', { inspection: log.match.inspection }) : [];
  return {
    instrument: instrument?.serialNumber ?? log.instrument.slice(0, 8),
    offsetSeconds: log.clock ? log.clock.offsetMs / 1000 : 'unknown',
    rows: log.counts.imported,
    mine: inspection?.mine,
    ...log.settings,
  };
}
