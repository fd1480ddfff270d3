import { dirname, join } from 'node:path';
import { blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { BEIJING_OFFSET_MS } from '../../vocabulary/time.ts';
import type { FileSystem } from '../files/file-system.ts';
import { nextTurn } from '../merge/slices.ts';
import type { BackupOptions } from './backup-record.ts';
import { type CopyPace, copyChecked, copyFile } from './copy-file.ts';
import type { FoundBackup } from './find-backups.ts';
import { DATABASE, KEYS, POOL } from './manifest.ts';

export interface RestorePorts {
  readonly files: FileSystem;
  /** The data folder; whatever lies there is kept under another name. */
  readonly folder: string;
  readonly now: number;
}

/** What was put where. */
export interface Restored {
  readonly blobs: number;
  /** Blobs that the backup names and that its place does not hold any more. */
  readonly missing: number;
  /** Where the folder that was here before lies now; null where there was none. */
  readonly setAside: string | null;
}

const restoringFolder = (folder: string): string => `${folder}.restoring`;
/** Whole, opened and checked: only the last rename is missing. */
const restoredFolder = (folder: string): string => `${folder}.restored`;

/**
 * Puts a backup in the place of the data folder: first whole beside it, then by renames. What was there keeps its bytes under another name. Where the
 * power goes between the renames, `finishRestore` does the last one. `check` opens the copy before it counts. Faults: data_corrupt (not what its manifest says),
 * cancelled, those of `check` and of the disk.
 */
export async function restoreBackup(
  { files, folder, now }: RestorePorts,
  backup: FoundBackup,
  check: (folder: string) => Promise<Result<unknown>>,
  { onProgress, signal }: BackupOptions = {},
): Promise<Result<Restored>> {
  const place = restoringFolder(folder);
  for (const left of [place, restoredFolder(folder)]) {
    const cleared = clearFolder(files, left);
    if (!cleared.ok) return cleared;
  }
  let done = 0;
  const pace: CopyPace = {
    turn: nextTurn,
    signal: signal ?? null,
    copied: (bytes) => {
      done += bytes;
      onProgress?.(Math.min(done, backup.manifest.database.bytes), backup.manifest.database.bytes);
    },
  };
  const copied = await copyAll(files, backup, place, pace);
  const checked = copied.ok ? await check(place) : copied;
  if (!copied.ok || !checked.ok) {
    clearFolder(files, place);
    return copied.ok ? (checked as Result<never>) : copied;
  }
  const setAside = swapFolders(files, folder, place, now);
  return setAside.ok ? ok({ ...copied.value, setAside: setAside.value }) : setAside;
}

async function copyAll(files: FileSystem, { folder, pool, manifest }: FoundBackup, place: string, pace: CopyPace) {
  const database = await copyFrom(files, join(folder, DATABASE), join(place, DATABASE), pace, copyFile);
  if (!database.ok) return database;
  if (database.value.sha256 !== manifest.database.sha256)
    return fail({ code: 'data_corrupt' as const, path: folder, detail: 'backup' });
  const keys = await copyFrom(files, join(folder, KEYS), join(place, KEYS), pace, copyChecked);
  if (!keys.ok) return keys;
  const blobs = poolOf(files, pool);
  if (!blobs.ok) return blobs;
  for (const blob of blobs.value) {
    const at = join(POOL, blob.slice(0, 2), blob);
    const copied = await copyFrom(files, join(pool, at), join(place, at), { ...pace, copied: () => {} }, copyFile);
    if (!copied.ok) return copied;
  }
  return ok({ blobs: blobs.value.length, missing: Math.max(0, manifest.blobs - blobs.value.length) });
}

async function copyFrom(files: FileSystem, from: string, to: string, pace: CopyPace, copy: typeof copyFile) {
  const source = files.openForReading(from);
  if (!source.ok) return source;
  const done = await copy(files, source.value, to, pace);
  source.value.close();
  return done;
}

function poolOf(files: FileSystem, pool: string): Result<readonly string[]> {
  const folders = files.list(join(pool, POOL));
  if (!folders.ok) return folders;
  const found: string[] = [];
  for (const folder of folders.value) {
    const names = files.list(join(pool, POOL, folder));
    if (!names.ok) return names;
    found.push(...names.value.filter((name) => blobId.safeParse(name).success));
  }
  return ok(found);
}

/** Three renames: after each of them either the folder that was here or the checked one can be opened. */
function swapFolders(files: FileSystem, folder: string, place: string, now: number): Result<string | null> {
  const stamp = new Date(now + BEIJING_OFFSET_MS)
    .toISOString()
    .slice(0, 23)
    .replace(/[-:.T]/g, '');
  const aside = `${folder}.before-${stamp}`;
  const isThere = files.exists(folder);
  const checked = restoredFolder(folder);
  const steps = [
    () => files.rename(place, checked),
    () => files.syncFolder(dirname(folder)),
    () => (isThere ? files.rename(folder, aside) : ok(null)),
    () => files.rename(checked, folder),
    () => files.syncFolder(dirname(folder)),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return ok(isThere ? aside : null);
}

/** Before a folder is opened: a restore that was cut off before its last rename is brought to its end. */
export function finishRestore(files: FileSystem, folder: string): Result<null> {
  const checked = restoredFolder(folder);
  return !files.exists(folder) && files.exists(checked) ? files.rename(checked, folder) : ok(null);
}

/** Takes a folder away with what a restore put into it. */
function clearFolder(files: FileSystem, folder: string): Result<null> {
  const names = files.list(folder);
  if (!names.ok) return names;
  for (const name of names.value) {
    const path = join(folder, name);
    // The only folders in it are those of blobs: a file refuses to be listed as one.
    const removed = files.remove(path);
    const cleared = removed.ok ? removed : clearFolder(files, path);
    if (!cleared.ok) return cleared;
  }
  return files.exists(folder) ? files.removeFolder(folder) : ok(null);
}
