import { existsSync } from 'node:fs';
import path from 'node:path';
import { findBackups } from '../../db/backup/find-backups.ts';
import { writeAtomically } from '../../db/files/write-atomically.ts';
import { type EventRecord, type RecordWorld, restoreRecord } from '../../db/record.ts';
import { sha256Hex } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { CareState } from '../ports/care-models.ts';
import { readCare, writeCare } from './care-file.ts';
import type { Desk, Job } from './desk.ts';
import { canWrite, diskOf } from './disk-room.ts';
import type { Some } from './methods.ts';
import type { Session } from './session.ts';

type CareMethods =
  | 'care/state'
  | 'care/choose'
  | 'care/back-up'
  | 'care/check'
  | 'care/rebuild'
  | 'care/find'
  | 'care/restore';

export interface Care {
  readonly handlers: Some<CareMethods>;
  /** Backs up where that is due and the place can be reached; once after an opening it takes away blobs that nothing names. */
  readonly ifDue: () => Promise<void>;
  /** The record came open or was closed: what is open when the power goes is found so at the next opening. `cutWrite`: a write was under way then. */
  readonly noteOpen: (isOpen: boolean, cutWrite?: boolean) => void;
}

export interface CareParts {
  readonly desk: Desk;
  readonly world: RecordWorld;
  readonly session: Session;
  /** Closes the record when nothing runs. */
  readonly closeRecord: () => Promise<void>;
}

/** Lies in the data folder as long as the record is open. */
const OPEN_MARK = 'open';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A second copy is made once a day, and its lack is told after a week. */
const EVERY_MS = DAY_MS;
const OVERDUE_DAYS = 7;

/** Backups, the check of the record and its way back. All but the check and the backup work without an open record. */
export function createCare({ desk, world, session, closeRecord }: CareParts): Care {
  const { folder, files, clock } = world;
  let lastTry = Number.NEGATIVE_INFINITY;
  let wasCutOff = false;
  let cutWrite = false;
  let resumed: CareState['resumed'] = null;
  const state = (): CareState => ({ ...careState(world, session.record()), resumed });
  /** After a power cut: every event is held against its hash, beside the work. */
  const lookAfterCut = async () => {
    const record = session.record();
    if (!wasCutOff || !record) return;
    wasCutOff = false;
    const done = await desk.job('check', (job) => record.check(optionsOf(job), 'events'));
    if (!done.ok) return;
    resumed = { events: done.value.events, damaged: done.value.damaged.length, cutWrite };
    desk.tell('changed', { areas: ['care'] });
  };
  const backUp = (target: string) =>
    desk.job('backup', async (job) => {
      const record = desk.need();
      if (!record.ok) return record;
      const done = await record.value.backUp(target, optionsOf(job));
      if (!done.ok) return done;
      const { at, folder: place, manifest } = done.value;
      return writeCare(files, folder, { target, last: { at, folder: place, events: manifest.events } });
    });
  const told = (done: Result<unknown>): Result<CareState> => {
    desk.tell('changed', { areas: ['care'] });
    return done.ok ? ok(state()) : done;
  };
  return {
    noteOpen: (isOpen, wasWriting = false) => {
      const mark = path.join(folder, OPEN_MARK);
      if (!isOpen) return void files.remove(mark);
      wasCutOff ||= files.exists(mark);
      cutWrite ||= wasWriting;
      writeAtomically(files, mark, Buffer.from(`${clock.wall()}\n`));
    },
    ifDue: async () => {
      await lookAfterCut();
      await sweepOnce(session.record());
      const { target, last } = readCare(files, folder);
      const now = clock.wall();
      // A clock that was set back must not put the next backup off for years.
      const isDue = last === null || Math.abs(now - last.at) >= EVERY_MS;
      const triedLately = Math.abs(clock.mono() - lastTry) < EVERY_MS / 24;
      if (!session.record() || target === null || !isDue || triedLately || !existsSync(target)) return;
      lastTry = clock.mono();
      const done = await backUp(target);
      desk.tell('changed', { areas: ['care'] });
      if (!done.ok && done.fault.code !== 'cancelled') desk.tell('trouble', done.fault);
    },
    handlers: {
      'care/state': () => ok(state()),
      'care/choose': ({ target }) => {
        const place = path.resolve(target);
        const inside = place === folder || place.startsWith(folder + path.sep);
        if (inside || !canWrite(place)) return fail({ code: 'backup_place', path: place });
        return told(writeCare(files, folder, { ...readCare(files, folder), target: place }));
      },
      'care/back-up': async () => {
        const { target } = readCare(files, folder);
        return target === null ? fail({ code: 'backup_place', path: '' }) : told(await backUp(target));
      },
      'care/check': () =>
        desk.job('check', async (job) => {
          const record = desk.need();
          const done = record.ok ? await record.value.check(optionsOf(job)) : record;
          if (!done.ok) return done;
          const { events, blobs, stateHash, damaged } = done.value;
          return ok({ events, blobs, stateHash: sha256Hex.safeParse(stateHash).data ?? null, damaged: [...damaged] });
        }),
      'care/rebuild': () =>
        desk.job('rebuild', async ({ progress }) => {
          const record = desk.need();
          if (!record.ok) return record;
          const before = record.value.state().stateHash;
          const done = record.value.rebuild(progress);
          const { stateHash } = record.value.state();
          return done.ok ? ok({ stateHash: sha256Hex.parse(stateHash), same: before === stateHash }) : done;
        }),
      'care/find': ({ target }) => {
        const found = backupsIn(world, target, session.record());
        return found.length > 0 ? ok(found) : fail({ code: 'backup_absent', path: target });
      },
      'care/restore': async ({ folder: chosen, passphrase }) => {
        const found = findBackups(files, path.resolve(chosen, '..', '..', '..'));
        const backup = found.ok ? found.value.find((one) => one.folder === path.resolve(chosen)) : undefined;
        if (!backup) return fail({ code: 'backup_absent', path: chosen });
        const kept = readCare(files, folder);
        await closeRecord();
        const opening = { by: 'passphrase', passphrase } as const;
        const restored = await desk.job('restore', (job) => restoreRecord(world, backup, opening, optionsOf(job)));
        if (restored.ok) writeCare(files, folder, kept);
        const opened = await session.open(opening);
        desk.tell('changed', {
          areas: ['care', 'session', 'inspection', 'exchange', 'instrument', 'assessment', 'rules'],
        });
        if (!restored.ok) return restored;
        return opened.ok ? ok({ session: opened.value, setAside: restored.value.setAside }) : opened;
      },
    },
  };
}

const swept = new WeakSet<EventRecord>();

/** Not at the opening itself, which a person waits for. A disk that refuses is asked again after the next opening. */
async function sweepOnce(record: EventRecord | null): Promise<void> {
  if (!record || swept.has(record)) return;
  swept.add(record);
  await record.sweepBlobs();
}

const optionsOf = ({ signal, progress }: Job) => ({ signal, onProgress: progress });

function careState(world: RecordWorld, record: EventRecord | null): Omit<CareState, 'resumed'> {
  const { files, folder, clock } = world;
  const { target, last } = readCare(files, folder);
  const reachable = target !== null && existsSync(target);
  const since = last?.at ?? (record ? firstWall(record) : null);
  const daysWithout = since === null ? null : Math.max(0, Math.floor((clock.wall() - since) / DAY_MS));
  return {
    target,
    reachable,
    last,
    daysWithout,
    overdue: daysWithout !== null && daysWithout >= OVERDUE_DAYS,
    disk: diskOf(folder, record),
    backups: target !== null && reachable ? backupsIn(world, target, record) : [],
  };
}

/** When the first event was written here. */
const firstWall = ({ identity, stores }: EventRecord): number | null =>
  identity.log === null ? null : stores.events.firstSeen(identity.log);

function backupsIn({ files }: RecordWorld, target: string, record: EventRecord | null): CareState['backups'] {
  const found = findBackups(files, target);
  const own = record?.identity.fingerprint ?? null;
  return (found.ok ? found.value : []).map(({ folder, manifest }) => ({
    folder,
    at: manifest.at,
    events: manifest.events,
    blobs: manifest.blobs,
    bytes: manifest.database.bytes,
    own: own === null || manifest.fingerprint === own,
  }));
}
