import { readInstrumentFile } from '../../db/readings/instrument-file.ts';
import type { EventRecord } from '../../db/record.ts';
import { keepLogBlocks } from '../../db/stored-log/log-blocks.ts';
import { sourceOf } from '../../db/stored-log/log-readings.ts';
import { type InspectionTimes, type LogMatch, matchLog } from '../../db/stored-log/match-log.ts';
import type { EntityId, InspectionId, InstrumentId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { LogMatch as MatchView, StoredFileRow } from '../ports/log-models.ts';
import type { Desk, Job } from './desk.ts';
import { inTurns } from './in-turns.ts';
import { offsetOf } from './instrument-clock.ts';
import type { LogDraft } from './log-draft.ts';
import { matchBody, matchView, storedFile, timesOf } from './log-views.ts';

/** Whose log it is, which inspection it is held against and by which measurement of the clock. */
export interface LogChoice {
  readonly instrumentId: InstrumentId;
  readonly inspectionId: InspectionId | null;
  readonly measurement: EntityId | null;
}

interface Matched {
  readonly match: LogMatch | null;
  readonly clock: {
    readonly measurement: EntityId;
    readonly offsetMs: number;
    readonly how: StoredFileRow['how'] & string;
  } | null;
  readonly times: InspectionTimes | null;
}

/** A log against the inspection chosen, by the offset chosen. */
export async function matchAs(
  desk: Desk,
  record: EventRecord,
  { log }: Pick<LogDraft, 'log'>,
  choice: LogChoice,
  job: Job,
): Promise<Result<Matched>> {
  const { instrumentId, inspectionId, measurement } = choice;
  if (record.rows('instruments', { instrument: instrumentId }).length === 0)
    return fail({ code: 'not_found', what: instrumentId });
  const clock = offsetOf(record, instrumentId, measurement);
  if (!clock.ok) return clock;
  if (inspectionId === null) return ok({ match: null, clock: clock.value, times: null });
  const times = timesOf(record, inspectionId, desk.clock.wall());
  if (!times) return fail({ code: 'not_found', what: inspectionId });
  const match = await inTurns(matchLog(log, times, clock.value?.offsetMs ?? 0), job, 0, 0.2);
  return match.ok ? ok({ match: match.value, clock: clock.value, times }) : match;
}

interface Kept {
  readonly row: StoredFileRow;
  readonly match: LogMatch | null;
  readonly view: MatchView | null;
  readonly times: InspectionTimes | null;
}

/** Matches, packs the readings and writes the one event that names all of it: before it nothing counts. */
export async function keepLog(
  desk: Desk,
  record: EventRecord,
  draft: Pick<LogDraft, 'log' | 'file' | 'name' | 'bytes' | 'settings' | 'counts'>,
  choice: LogChoice,
  job: Job,
): Promise<Result<Kept>> {
  const matched = await matchAs(desk, record, draft, choice, job);
  if (!matched.ok) return matched;
  const { match, clock, times } = matched.value;
  const { instrumentId: instrument } = choice;
  const { log, file, name, bytes, settings, counts } = draft;
  const offsetMs = clock?.offsetMs ?? null;
  const register = readInstrumentFile(record, instrument);
  const parts = { blobs: record.blobs, instrument, register, file, offsetMs };
  const packed = await inTurns(keepLogBlocks(log, parts), job, 0.2, 1);
  if (!packed.ok) return packed;
  if (!packed.value.ok) return packed.value;
  const blocks = packed.value.value;
  if (!blocks) return fail({ code: 'log_empty' });
  const body = {
    instrument,
    file: { sha256: file, name, bytes: bytes.length },
    settings,
    format: log.format,
    encoding: String(log.reading.encoding),
    clock,
    counts,
    ...blocks,
    match: match && matchBody(match),
  };
  const blobs = [...new Set([file, ...blocks.blocks.map(({ blob }) => blob)])].sort();
  const saved = desk.save(
    { type: 'instrument.log', subject: `stored-log/${sourceOf(file)}/file`, body, blobs },
    'instrument',
  );
  if (!saved.ok) return saved;
  desk.tell('changed', { areas: ['inspection', 'instrument'] });
  const row = storedFile(record, file);
  if (!row) return fail({ code: 'not_found', what: file });
  return ok({ row, match, times, view: match && matchView(record, match, offsetMs) });
}
