import type { EventRecord } from '../../db/record.ts';
import { countMoved, matchLog } from '../../db/stored-log/match-log.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { LogRematched, StoredFileRow } from '../ports/log-models.ts';
import type { Desk, Job } from './desk.ts';
import { inTurns } from './in-turns.ts';
import { keepLog, type LogChoice } from './keep-log.ts';
import { type LogDraft, readWith } from './log-draft.ts';
import { matchView, storedFile, timesOf } from './log-views.ts';

/** The same file by another offset, instrument or inspection; where nothing differs nothing is written. */
export async function rematchLog(
  desk: Desk,
  record: EventRecord,
  file: StoredFileRow['file'],
  choice: LogChoice,
  job: Job,
): Promise<Result<LogRematched>> {
  const [old] = record.rows('stored_files', { file });
  const row = storedFile(record, file);
  if (!old || !row) return fail({ code: 'not_found', what: file });
  const bytes = record.blobs.get(file);
  if (!bytes.ok) return bytes;
  const draft = await readWith({ id: desk.newId(), name: row.name, bytes: bytes.value, file }, old.settings, job);
  if (!draft.ok) return draft;
  const measured = old.clock?.measurement ?? null;
  const before = { instrumentId: row.instrumentId, inspectionId: row.inspectionId };
  const isSame =
    measured === choice.measurement &&
    before.instrumentId === choice.instrumentId &&
    before.inspectionId === choice.inspectionId;
  const was = await matchBy(desk, record, draft.value, row.inspectionId, row.offsetMs, job);
  if (!was.ok) return was;
  if (isSame) return ok({ row, before: was.value.view, after: was.value.view, moved: 0 });
  const kept = await keepLog(desk, record, draft.value, choice, job);
  if (!kept.ok) return kept;
  const now = { times: kept.value.times, offsetMs: kept.value.row.offsetMs ?? 0 };
  const moved = await inTurns(
    countMoved(draft.value.log, { times: was.value.times, offsetMs: row.offsetMs ?? 0 }, now),
    job,
  );
  if (!moved.ok) return moved;
  return ok({ row: kept.value.row, before: was.value.view, after: kept.value.view, moved: moved.value });
}

async function matchBy(
  desk: Desk,
  record: EventRecord,
  { log }: LogDraft,
  inspection: StoredFileRow['inspectionId'],
  offsetMs: number | null,
  job: Job,
) {
  const times = inspection && timesOf(record, inspection, desk.clock.wall());
  if (!times) return ok({ view: null, times: null });
  const match = await inTurns(matchLog(log, times, offsetMs ?? 0), job, 0.8, 1);
  return match.ok ? ok({ view: matchView(record, match.value, offsetMs), times }) : match;
}
