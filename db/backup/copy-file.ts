import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSource, slicesOf } from '../files/byte-source.ts';
import type { FileSystem } from '../files/file-system.ts';
import { beginFile } from '../files/write-atomically.ts';

/** Gives way to others after every slice, and says whether to go on. */
export interface CopyPace {
  readonly turn: () => Promise<void>;
  readonly signal: AbortSignal | null;
  readonly copied: (bytes: number) => void;
}

export interface CopiedFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Copies and reads back. Faults: cancelled, those of the disk. */
export async function copyChecked(
  files: FileSystem,
  source: ByteSource,
  path: string,
  pace: CopyPace,
): Promise<Result<CopiedFile>> {
  const written = await copyFile(files, source, path, pace);
  const back = written.ok ? await sumFile(files, path, pace) : written;
  if (!written.ok || !back.ok || back.value.sha256 === written.value.sha256) return back;
  files.remove(path);
  return fail({ code: 'io_failed', path, detail: 'read back' });
}

/** Copies bytes into a file that appears whole and durable or not at all. Faults: cancelled, those of the disk. */
export async function copyFile(
  files: FileSystem,
  source: ByteSource,
  path: string,
  pace: CopyPace,
): Promise<Result<CopiedFile>> {
  const pending = beginFile(files, path);
  if (!pending.ok) return pending;
  const { file, commit, abandon } = pending.value;
  const written = await digestOf(source, pace, (bytes) => file.write(bytes));
  if (!written.ok) {
    abandon();
    return written;
  }
  const committed = commit(path);
  return committed.ok ? written : committed;
}

/** Bytes and sum of a file as it lies there. */
export async function sumFile(files: FileSystem, path: string, pace: CopyPace): Promise<Result<CopiedFile>> {
  const source = files.openForReading(path);
  if (!source.ok) return source;
  const sum = await digestOf(source.value, { ...pace, copied: () => {} }, () => ok(null));
  source.value.close();
  return sum;
}

async function digestOf(
  source: ByteSource,
  { turn, signal, copied }: CopyPace,
  take: (bytes: Uint8Array) => Result<null>,
): Promise<Result<CopiedFile>> {
  const hash = createHash('sha256');
  for (const slice of slicesOf(source)) {
    if (signal?.aborted) return fail({ code: 'cancelled' });
    const taken = slice.ok ? take(slice.value) : slice;
    if (!taken.ok) return taken;
    if (slice.ok) {
      hash.update(slice.value);
      copied(slice.value.length);
    }
    await turn();
  }
  return ok({ bytes: source.size, sha256: hash.digest('hex') });
}
