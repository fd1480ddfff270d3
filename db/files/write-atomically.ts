import { dirname } from 'node:path';
import process from 'node:process';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { FileSystem, OpenFile } from './file-system.ts';

/** Names of files that are not finished end so; what a power cut left of them may be removed. */
const UNFINISHED = '.unfinished';

export const isUnfinished = (name: string): boolean => name.endsWith(UNFINISHED);

let taken = 0;
const unfinishedName = (path: string): string => {
  taken += 1;
  return `${path}.${process.pid}-${taken}${UNFINISHED}`;
};

/** A file that appears under its name whole and durable, or not at all. */
export interface PendingFile {
  readonly file: OpenFile;
  /** fsync, rename, fsync of the folder. Whatever was there under the name is replaced. */
  commit(path: string): Result<null>;
  /** Forgets what was written. */
  abandon(): void;
}

/** Begins a file beside the path it will have; missing folders are made. */
export function beginFile(files: FileSystem, near: string): Result<PendingFile> {
  const made = files.makeFolder(dirname(near));
  if (!made.ok) return made;
  const name = unfinishedName(near);
  // The same process number and count: left by a program that a power cut ended.
  const cleared = files.exists(name) ? files.remove(name) : ok(null);
  if (!cleared.ok) return cleared;
  const file = files.create(name);
  if (!file.ok) return file;
  const { sync, close } = file.value;
  const abandon = () => {
    close();
    files.remove(name);
  };
  const finish = (path: string): Result<null> => {
    const isNew = !files.exists(path);
    for (const step of [sync, close, () => files.makeFolder(dirname(path)), () => files.rename(name, path)]) {
      const done = step();
      if (!done.ok) return done;
    }
    const synced = files.syncFolder(dirname(path));
    // What was not made durable is not there. What stood under the name before cannot be brought back.
    if (!synced.ok && isNew) files.remove(path);
    return synced;
  };
  const commit = (path: string): Result<null> => {
    const done = finish(path);
    if (!done.ok) abandon();
    return done;
  };
  return ok({ file: file.value, commit, abandon });
}

/** Writes a small file atomically and durably. */
export function writeAtomically(files: FileSystem, path: string, bytes: Uint8Array): Result<null> {
  const pending = beginFile(files, path);
  if (!pending.ok) return pending;
  const written = pending.value.file.write(bytes);
  if (!written.ok) {
    pending.value.abandon();
    return written;
  }
  return pending.value.commit(path);
}

/** All bytes of a small file. */
export function readWhole(files: FileSystem, path: string): Result<Uint8Array> {
  const source = files.openForReading(path);
  if (!source.ok) return source;
  try {
    return source.value.read(0, source.value.size);
  } finally {
    source.value.close();
  }
}
