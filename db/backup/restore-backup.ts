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

/**
 * Puts a backup in the place of the data folder: first whole beside it, then by two renames, so that a power cut leaves the old folder or the new one.
 * What was there keeps its bytes under another name. `check` opens the copy before it counts. Faults: data_corrupt (not what its manifest says),
 * cancelled, those of `check` and of the disk.
 */
export async function restoreBackup(
  { files, folder, now }: RestorePorts,
  backup: FoundBackup,
  check: (folder: string) => Promise<Result<unknown>>,
  { onProgress, signal }: BackupOptions = {},
): Promise<Result<Restored>> {
  const place = `${folder}.restoring`;
  const cleared = clearFolder(files, place);
  if (!cleared.ok) return cleared;
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

/** Two renames. Where the second does not come about, the first is taken back. */
function swapFolders(files: FileSystem, folder: string, place: string, now: number): Result<string | null> {
  const stamp = new Date(now + BEIJING_OFFSET_MS)
    .toISOString()
    .slice(0, 23)
    .replace(/[-:.T]/g, '');
  const aside = `${folder}.before-${stamp}`;
  const isThere = files.exists(folder);
  const moved = isThere ? files.rename(folder, aside) : ok(null);
  if (!moved.ok) return moved;
  const put = files.rename(place, folder);
  if (put.ok) {
    const synced = files.syncFolder(dirname(folder));
    return synced.ok ? ok(isThere ? aside : null) : synced;
  }
  if (isThere) files.rename(aside, folder);
  return put;
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
