import { join } from 'node:path';
import { blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type Clock, type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readWhole, writeAtomically } from '../files/write-atomically.ts';
import { sqliteKey } from '../keys/derive-key.ts';
import { keyRingPath } from '../keys/key-ring-file.ts';
import { nextTurn } from '../merge/slices.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { guardSqlite } from '../sqlite/sqlite-fault.ts';
import { openStores, type Stores } from '../sqlite/stores.ts';
import { logHashOf, pathsOf } from '../state/log-paths.ts';
import { stateHashOf } from '../state/state-of.ts';
import { checkRecord } from './check-record.ts';
import { type CopiedFile, type CopyPace, copyChecked, copyFile, sumFile } from './copy-file.ts';
import type { DatabaseSnapshots } from './database-snapshot.ts';
import { backupFolderName, discard, machineFolder, thinBackups } from './find-backups.ts';
import { type BackupManifest, DATABASE, KEYS, MANIFEST, manifestText, POOL } from './manifest.ts';

export interface BackupPorts {
  readonly stores: Stores;
  readonly files: FileSystem;
  readonly clock: Clock;
  /** The data folder. */
  readonly folder: string;
  readonly databaseKey: Uint8Array;
  readonly fingerprint: string;
  readonly snapshots: DatabaseSnapshots;
}

export interface BackupOptions {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** A backup that was opened and checked. */
export interface BackupDone {
  readonly folder: string;
  readonly at: EpochMs;
  readonly manifest: BackupManifest;
  /** Older backups that were taken away. */
  readonly thinned: number;
}

/**
 * Copies the record to a second place while it is being worked in: the database as of one moment, the keys as they are wrapped, the blobs its events
 * name. Then the copy is opened with the record's key and everything in it is read; only a copy with equal hashes gets its manifest and counts.
 * Faults: cancelled, data_corrupt (the copy does not read), those of the disk.
 */
export async function backUp(
  ports: BackupPorts,
  target: string,
  options: BackupOptions = {},
): Promise<Result<BackupDone>> {
  const { files, stores } = ports;
  const place = machineFolder(target, ports.fingerprint);
  const at = epochMs.parse(ports.clock.wall());
  const folder = join(place, backupFolderName(at));
  const source = ports.snapshots.begin();
  if (!source.ok) return source;
  // What the snapshot holds, asked in the same moment.
  const state = guardSqlite(() => ok(stateNow(stores)));
  const held = stores.blobs.held();
  const progress = { done: 0, total: source.value.size + held.length * BLOB_WEIGHT };
  const pace: CopyPace = {
    turn: nextTurn,
    signal: options.signal ?? null,
    copied: (bytes) => {
      progress.done += bytes;
      options.onProgress?.(Math.min(progress.done, progress.total), progress.total);
    },
  };
  const path = join(folder, DATABASE);
  const placed = state.ok ? await copyFile(files, source.value, path, pace) : state;
  source.value.close();
  const copied = placed.ok ? await copyRest(ports, folder, place, held, pace) : placed;
  const checked = copied.ok ? await checkCopy(ports, path, pace) : copied;
  // Summed after it was opened: an import that had begun is cleared away by that.
  const database = checked.ok ? await sumFile(files, path, pace) : checked;
  if (!state.ok || !database.ok || !copied.ok || !checked.ok) {
    discard(files, folder);
    return fail(faultOf(state, placed, copied, checked, database));
  }
  const wanted = state.value;
  if (checked.value.logHash !== wanted.logHash || checked.value.stateHash !== wanted.stateHash) {
    discard(files, folder);
    return fail({ code: 'data_corrupt', path: folder, detail: 'backup' });
  }
  const manifest = manifestOf(ports, at, wanted, database.value, copied.value);
  const written = writeAtomically(files, join(folder, MANIFEST), Buffer.from(manifestText(manifest)));
  if (!written.ok) {
    discard(files, folder);
    return written;
  }
  return ok({ folder, at, manifest, thinned: thinBackups(files, target, ports.fingerprint, at) });
}

/** How much of the progress one blob counts for; most photos are about this large. */
const BLOB_WEIGHT = 256 * 1024;

interface StateNow {
  readonly events: number;
  readonly logHash: string;
  readonly stateHash: string;
}

const stateNow = (stores: Stores): StateNow => ({
  events: stores.events.count(),
  logHash: logHashOf(pathsOf(stores.events.chain())),
  stateHash: stateHashOf(stores),
});

const manifestOf = (
  { fingerprint }: BackupPorts,
  at: EpochMs,
  state: StateNow,
  database: CopiedFile,
  blobs: number,
): BackupManifest => ({ format: 'jingxun-backup', version: 1, at, fingerprint, ...state, database, blobs });

function faultOf(...results: readonly Result<unknown>[]) {
  const failed = results.find((one) => !one.ok);
  if (!failed || failed.ok) throw new Error('a fault without a failure');
  return failed.fault;
}

/** The keys as they lie there, and every blob that the pool lacks. Gives how many blobs there are. */
async function copyRest(
  { files, folder: data }: BackupPorts,
  folder: string,
  place: string,
  held: readonly string[],
  pace: CopyPace,
): Promise<Result<number>> {
  const keys = readWhole(files, keyRingPath(data));
  const kept = keys.ok ? writeAtomically(files, join(folder, KEYS), keys.value) : keys;
  if (!kept.ok) return kept;
  for (const blob of held) {
    const done = await copyBlob(files, pathOf(data, blob), pathOf(place, blob), pace);
    if (!done.ok) return done;
    pace.copied(BLOB_WEIGHT);
  }
  return ok(held.length);
}

const pathOf = (folder: string, blob: string): string => join(folder, POOL, blob.slice(0, 2), blobId.parse(blob));

/** A blob never changes, so one that lies there in full length is not copied again. */
async function copyBlob(files: FileSystem, from: string, to: string, pace: CopyPace): Promise<Result<unknown>> {
  const source = files.openForReading(from);
  if (!source.ok) return source;
  try {
    if (files.exists(to)) {
      const there = files.openForReading(to);
      const same = there.ok && there.value.size === source.value.size;
      if (there.ok) there.value.close();
      if (same) return ok(null);
    }
    return await copyChecked(files, source.value, to, { ...pace, copied: () => {} });
  } finally {
    source.value.close();
  }
}

/** Opens the copy as a record is opened and reads all of it. */
async function checkCopy({ databaseKey }: BackupPorts, path: string, pace: CopyPace) {
  const db = openDatabase({ path, key: sqliteKey(databaseKey), mustExist: true });
  if (!db.ok) return db;
  const stores = guardSqlite(() => ok(openStores(db.value)));
  const checked = stores.ok ? await checkRecord(stores.value, null, { ...pace, progress: () => {} }) : stores;
  db.value.close();
  if (!checked.ok) return checked;
  const [first] = checked.value.damaged;
  return first === undefined ? checked : fail({ code: 'data_corrupt' as const, path, detail: first });
}
