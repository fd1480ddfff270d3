import { hash } from 'node:crypto';
import { join } from 'node:path';
import { ok, type Result } from '../../vocabulary/result.ts';
import { BEIJING_OFFSET_MS, type EpochMs } from '../../vocabulary/time.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type BackupManifest, MANIFEST, readManifest } from './manifest.ts';

const ROOT = 'jingxun-backup';
const PREFIX = 'backup-';

/** A stick may carry backups of several machines. */
export const machineFolder = (target: string, fingerprint: string): string =>
  join(target, ROOT, hash('sha256', fingerprint, 'hex').slice(0, 16));

/** By Beijing time, so that names sort as the backups were made. */
export const backupFolderName = (at: EpochMs): string =>
  `${PREFIX}${new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 23).replace(/[:.]/g, '-').replace('T', '_')}`;

export interface FoundBackup {
  readonly folder: string;
  /** Where its blobs lie. */
  readonly pool: string;
  readonly manifest: BackupManifest;
}

/** Finished backups under a folder, of whatever machine, the newest first. Ones that were never finished are not among them. */
export function findBackups(files: FileSystem, target: string): Result<readonly FoundBackup[]> {
  const found: FoundBackup[] = [];
  const machines = files.list(join(target, ROOT));
  if (!machines.ok) return machines;
  for (const machine of machines.value) {
    const place = join(target, ROOT, machine);
    const names = files.list(place);
    for (const name of names.ok ? names.value.filter((one) => one.startsWith(PREFIX)) : []) {
      const manifest = readManifest(files, join(place, name, MANIFEST));
      if (manifest.ok) found.push({ folder: join(place, name), pool: place, manifest: manifest.value });
    }
  }
  return ok(found.toSorted((a, b) => b.manifest.at - a.manifest.at));
}

const DAY_MS = 24 * 60 * 60 * 1000;
const NEWEST = 3;
const DAYS = 7;
const WEEKS = 5;

/**
 * Which backups stay: the three newest, the last of each of the last seven days, the last of each of the last five weeks. The newest always stays,
 * whatever the clock says. Times are of a list with the newest first.
 */
export function backupsToKeep(times: readonly EpochMs[], now: EpochMs): ReadonlySet<EpochMs> {
  const keep = new Set(times.slice(0, NEWEST));
  const today = dayOf(now);
  const lastOf = (length: number, count: number) => {
    const seen = new Set<number>();
    for (const at of times) {
      const age = Math.floor(today / length) - Math.floor(dayOf(at) / length);
      if (age < 0 || age >= count || seen.has(age)) continue;
      seen.add(age);
      keep.add(at);
    }
  };
  lastOf(1, DAYS);
  lastOf(7, WEEKS);
  return keep;
}

const dayOf = (at: number): number => Math.floor((at + BEIJING_OFFSET_MS) / DAY_MS);

/** Takes away old backups of one machine and what is left of those that were never finished; gives how many backups. A disk that refuses is asked again next time. */
export function thinBackups(files: FileSystem, target: string, fingerprint: string, now: EpochMs): number {
  const place = machineFolder(target, fingerprint);
  const all = findBackups(files, target);
  if (!all.ok) return 0;
  const own = all.value.filter(({ pool }) => pool === place);
  const keep = backupsToKeep(
    own.map(({ manifest }) => manifest.at),
    now,
  );
  const old = own.filter(({ manifest }) => !keep.has(manifest.at));
  for (const { folder } of old) {
    // Without its manifest it is no backup any more, wherever the taking away stops.
    files.remove(join(folder, MANIFEST));
    discard(files, folder);
  }
  // Only what has no manifest was never finished: one that cannot be read at this moment is a backup all the same.
  const names = files.list(place);
  for (const name of names.ok ? names.value.filter((one) => one.startsWith(PREFIX)) : [])
    if (!files.exists(join(place, name, MANIFEST))) discard(files, join(place, name));
  return old.length;
}

/** What was begun and is no backup. Blobs in the pool stay: the next backup needs them. */
export function discard(files: FileSystem, folder: string): void {
  const names = files.list(folder);
  for (const name of names.ok ? names.value : []) files.remove(join(folder, name));
  files.removeFolder(folder);
}
