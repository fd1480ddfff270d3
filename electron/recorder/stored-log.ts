import { memorySource, slicesOf } from '../../db/files/byte-source.ts';
import type { EventRecord } from '../../db/record.ts';
import type { EntityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { LogImported } from '../ports/log-models.ts';
import type { Desk, Job } from './desk.ts';
import { keepLog, matchAs } from './keep-log.ts';
import { type LogDraft, readDraft, readWith } from './log-draft.ts';
import { matchView, previewOf, readFiles, storedFile, storedFileOf } from './log-views.ts';
import type { Some } from './methods.ts';
import { rematchLog } from './rematch-log.ts';
import type { Uploads } from './upload.ts';

type Methods = 'log/open' | 'log/read' | 'log/match' | 'log/import' | 'log/rematch' | 'log/list';

/** Files of stored readings: read, asked about, matched and kept. One file waits at a time, in memory. */
export function storedLogHandlers(desk: Desk, uploads: Uploads): Some<Methods> & { readonly drop: () => void } {
  let draft: LogDraft | null = null;
  const find = (id: EntityId): Result<LogDraft> =>
    draft?.id === id ? ok(draft) : fail({ code: 'not_found', what: id });
  const become = (record: EventRecord, read: Result<LogDraft>) => {
    if (!read.ok) return read;
    draft = read.value;
    return ok(previewOf(record, read.value));
  };
  /** Runs on an open record and a waiting file, as a job that can be cancelled. */
  const withDraft = async <T>(
    id: EntityId,
    work: (record: EventRecord, found: LogDraft, job: Job) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const record = desk.need();
    if (!record.ok) return record;
    const found = find(id);
    if (!found.ok) return found;
    return desk.job('log', (job) => work(record.value, found.value, job));
  };
  return {
    drop: () => {
      draft = null;
    },
    'log/open': async ({ upload }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const taken = uploads.take(upload);
      if (!taken.ok) return taken;
      const read = await desk.job('log', (job) => readDraft(desk.newId(), taken.value, job));
      taken.value.release();
      return become(record.value, read);
    },
    'log/read': ({ draft: id, settings }) =>
      withDraft(id, async (record, found, job) => become(record, await readWith(found, settings, job))),
    'log/match': ({ draft: id, ...choice }) =>
      withDraft(id, async (record, found, job) => {
        const matched = await matchAs(desk, record, found, choice, job);
        if (!matched.ok) return matched;
        const { match, clock } = matched.value;
        return match
          ? ok(matchView(record, match, clock?.offsetMs ?? null))
          : fail({ code: 'not_found', what: 'match' });
      }),
    'log/import': ({ draft: id, ...choice }) =>
      withDraft<LogImported>(id, async (record, found, job) => {
        const again = storedFile(record, found.file);
        if (again) return ok({ again: true, row: again, match: null });
        const { questions } = found.log;
        if (questions.length > 0) return fail({ code: 'log_questions_open', questions: questions.join(', ') });
        const file = await record.blobs.putStream(inPieces(found.bytes, job));
        if (!file.ok) return file;
        const kept = await keepLog(desk, record, found, choice, job);
        if (!kept.ok) return kept;
        draft = null;
        return ok({ again: false, row: kept.value.row, match: kept.value.view });
      }),
    'log/rematch': async ({ file, ...choice }) => {
      const record = desk.need();
      return record.ok ? desk.job('log', (job) => rematchLog(desk, record.value, file, choice, job)) : record;
    },
    'log/list': () => {
      const record = desk.need();
      if (!record.ok) return record;
      return ok(
        readFiles(record.value)
          .map(storedFileOf)
          .toSorted((a, b) => b.importedAt - a.importedAt),
      );
    },
  };
}

/** The bytes of a file for the disk, with a turn of the event loop after each piece. */
async function* inPieces(bytes: Uint8Array, { signal }: Job) {
  for (const slice of slicesOf(memorySource(bytes))) {
    yield signal.aborted ? fail({ code: 'cancelled' as const }) : slice;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
