import type { EventRecord } from '../../db/record.ts';
import {
  createRecord,
  type OpenedRecord,
  type Opening,
  openRecord,
  type RecordWorld,
  recordExists,
} from '../../db/record.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { PersonFields, SessionState } from '../ports/session-models.ts';
import { startOfDay } from './desk.ts';
import type { Some } from './methods.ts';
import { writtenSince } from './written-since.ts';

/** When the own log was last sealed, for the screen: a name in the record's own small store. */
export const SEALED_AT = 'recorder.sealedAt';

export interface SessionParts {
  readonly world: RecordWorld;
  /** scrypt's N, lower in tests. */
  readonly cost?: number | undefined;
  /** A record came open, or was locked. */
  readonly onChange: (opened: OpenedRecord | null) => void;
}

/** The record of this machine: fresh, locked or open. Opening is one thing at a time, and everybody waits for it. */
export interface Session {
  readonly record: () => EventRecord | null;
  readonly state: () => SessionState;
  readonly open: (opening: Opening) => Promise<Result<SessionState>>;
  readonly lock: () => void;
  /** Resolves when no opening is under way. */
  readonly settled: () => Promise<unknown>;
  /** One more event of today was saved. */
  readonly noteSaved: (wall: EpochMs, seq: number) => { wall: EpochMs; seq: number; today: number };
  readonly handlers: Some<'session/state' | 'session/create' | 'session/unlock' | 'session/lock'>;
}

const noDevice: SessionState['device'] = {
  log: null,
  fingerprint: null,
  principal: null,
  role: null,
  certificate: null,
  authorityFingerprint: null,
};

export function createSession({ world, cost, onChange }: SessionParts): Session {
  const { folder, files, clock } = world;
  let record: EventRecord | null = null;
  let opening: Promise<unknown> = Promise.resolve();
  let today = { day: 0, count: 0 };

  const become = (opened: OpenedRecord) => {
    record = opened.record;
    const day = startOfDay(clock.wall());
    today = { day, count: writtenSince(opened.record, day) };
    onChange(opened);
  };
  /** Runs one opening after the other, so that two tabs cannot open the record twice. */
  const oneByOne = (by: () => Promise<Result<OpenedRecord>>): Promise<Result<SessionState>> => {
    const done = opening.then(async (): Promise<Result<SessionState>> => {
      if (record) return ok(state());
      const opened = await by();
      if (!opened.ok) return opened;
      become(opened.value);
      return ok(state());
    });
    opening = done.catch(() => {}); // whoever asked hears of it
    return done;
  };
  const create = (passphrase: string, person: PersonFields) =>
    oneByOne(async () => {
      const made = await createRecord(world, { passphrase, ...(cost ? { cost } : {}) });
      if (!made.ok) return made;
      const named = namePerson(made.value.record, person);
      return named.ok ? made : named;
    });
  const state = (): SessionState => {
    if (!record) {
      const phase = recordExists(files, folder) ? 'locked' : 'fresh';
      return { phase, dataFolder: folder, person: null, device: noDevice, saved: null };
    }
    const saved = savedState(record, today.count);
    return { phase: 'open', dataFolder: folder, person: personOf(record), device: deviceOf(record), saved };
  };
  const lock = () => {
    const closing = record;
    record = null;
    if (!closing) return;
    onChange(null);
    closing.close();
  };

  return {
    record: () => record,
    state,
    lock,
    open: (by) => oneByOne(() => openRecord(world, by)),
    settled: () => opening,
    noteSaved: (wall, seq) => {
      const day = startOfDay(clock.wall());
      today = day === today.day ? { day, count: today.count + 1 } : { day, count: 1 };
      return { wall, seq, today: today.count };
    },
    handlers: {
      'session/state': async () => {
        await opening;
        return ok(state());
      },
      'session/create': ({ passphrase, person }) =>
        recordExists(files, folder) ? fail({ code: 'data_exists', path: folder }) : create(passphrase, person),
      'session/unlock': ({ passphrase }) => oneByOne(() => openRecord(world, { by: 'passphrase', passphrase })),
      'session/lock': () => {
        lock();
        return ok(state());
      },
    },
  };
}

/** The first event of a new record: who works here. */
function namePerson(record: EventRecord, person: PersonFields): Result<null> {
  const { person: id } = record.identity;
  const written = record.append({ author: id, type: 'person', subject: `person/${id}/identity`, body: { ...person } });
  return written.ok ? ok(null) : written;
}

function personOf(record: EventRecord): SessionState['person'] {
  const { person: personId } = record.identity;
  const [row] = record.rows('people', { person: personId });
  return row ? { personId, name: row.name, certificateNo: row.certificateNo, team: row.team } : null;
}

function deviceOf(record: EventRecord): SessionState['device'] {
  const { log, fingerprint, principal, role, certificate } = record.identity;
  return {
    log: log as SessionState['device']['log'],
    fingerprint,
    principal,
    role,
    certificate: certificate && {
      serial: certificate.serial,
      validAfter: certificate.validAfter,
      validBefore: certificate.validBefore,
    },
    authorityFingerprint: record.authorityFingerprints[0] ?? null,
  };
}

function savedState(record: EventRecord, today: number): SessionState['saved'] {
  const own = record.logs().find(({ log }) => log === record.identity.log);
  if (!own || own.lastWall === null) return null;
  const sealedAt = record.stores.local.get(SEALED_AT);
  return {
    wall: own.lastWall,
    seq: own.highest,
    today,
    sealedTo: own.sealedTo,
    sealedAt: sealedAt === null ? null : epochMs.parse(Number(sealedAt)),
  };
}
