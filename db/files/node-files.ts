import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  write,
  writeSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from './byte-source.ts';
import { type FileSystem, fileFault, type OpenFile } from './file-system.ts';

function attempt<T>(path: string, work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    return fail(fileFault(error, path));
  }
}

const attemptVoid = (path: string, work: () => void): Result<null> =>
  attempt(path, () => {
    work();
    return null;
  });

function readExactly(fd: number, offset: number, length: number, into?: Uint8Array): Uint8Array {
  const bytes = into && into.length >= length ? into.subarray(0, length) : Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const got = readSync(fd, bytes, done, length - done, offset + done);
    if (got === 0) throw Object.assign(new Error('the file became shorter'), { code: 'ESHORT' });
    done += got;
  }
  return bytes;
}

/** `writeSync` may write less than asked, on a disk that is nearly full. */
function writeAll(fd: number, bytes: Uint8Array, offset: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(fd, bytes, done, bytes.length - done, offset + done);
  }
}

const writeSome = promisify(write);
const syncData = promisify(fdatasync);

async function writeAllLater(fd: number, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await writeSome(fd, bytes, done, bytes.length - done, offset + done)).bytesWritten;
  }
}

async function attemptLater(path: string, work: Promise<void>): Promise<Result<null>> {
  try {
    await work;
    return ok(null);
  } catch (error) {
    return fail(fileFault(error, path));
  }
}

function openForReading(path: string): Result<ByteSource> {
  return attempt(path, () => {
    const fd = openSync(path, 'r');
    return {
      size: fstatSync(fd).size,
      read: (offset, length, into) => attempt(path, () => readExactly(fd, offset, length, into)),
      close: () => closeSync(fd),
    };
  });
}

function create(path: string): Result<OpenFile> {
  return attempt(path, () => {
    const fd = openSync(path, 'wx', 0o600);
    let end = 0;
    let isOpen = true; // closing a number twice could close a file that another part of the program opened meanwhile
    let begun = 0;
    const later = async (work: () => Promise<void>): Promise<Result<null>> => {
      begun += 1;
      const done = await attemptLater(path, work());
      begun -= 1;
      return done;
    };
    return {
      write: (bytes) =>
        attemptVoid(path, () => {
          writeAll(fd, bytes, end);
          end += bytes.length;
        }),
      patch: (offset, bytes) => attemptVoid(path, () => writeAll(fd, bytes, offset)),
      sync: () => attemptVoid(path, () => fsyncSync(fd)),
      writeLater: (bytes) => {
        const at = end;
        end += bytes.length;
        return later(() => writeAllLater(fd, bytes, at));
      },
      syncLater: () => later(() => syncData(fd)),
      close: () =>
        attemptVoid(path, () => {
          // The number could be another file's when the write comes to it.
          if (begun > 0) throw new Error(`${path} is closed under a write`);
          if (isOpen) closeSync(fd);
          isOpen = false;
        }),
    };
  });
}

function syncFolder(path: string): Result<null> {
  if (process.platform === 'win32') return ok(null); // a folder cannot be opened there; NTFS journals the rename
  return attemptVoid(path, () => {
    const fd = openSync(path, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  });
}

/**
 * Gives the first folder that had to be made. One by one: Node's own recursion takes every ENOENT for a missing folder above, so that it
 * calls a read-only disk an absent file, and on some file systems never ends.
 */
function makeFolders(path: string): string | undefined {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) {
    try {
      mkdirSync(folder, { mode: 0o700 });
    } catch (error) {
      if (!existsSync(folder)) throw error; // otherwise another process was quicker
    }
  }
  mkdirSync(path, { recursive: true }); // refuses a file that stands in its place
  return missing[0];
}

/** A new folder is durable only when the folder that names it is. */
function makeFolder(path: string): Result<null> {
  const made = attempt(path, () => makeFolders(path));
  if (!made.ok) return made;
  if (made.value === undefined) return ok(null);
  const first = dirname(resolve(made.value));
  for (let above = dirname(resolve(path)); ; above = dirname(above)) {
    const synced = syncFolder(above);
    if (!synced.ok || above === first || above === dirname(above)) return synced;
  }
}

function list(path: string): Result<readonly string[]> {
  if (!existsSync(path)) return ok([]);
  return attempt(path, () => readdirSync(path).sort());
}

/** The real disk. */
export const nodeFiles: FileSystem = {
  openForReading,
  create,
  rename: (from, to) => attemptVoid(to, () => renameSync(from, to)),
  remove: (path) => attemptVoid(path, () => rmSync(path)),
  removeFolder: (path) => attemptVoid(path, () => rmdirSync(path)),
  makeFolder,
  syncFolder,
  list,
  exists: existsSync,
};
