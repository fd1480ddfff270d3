import type { Fault } from '../../vocabulary/fault.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { ByteSink, ByteSource } from './byte-source.ts';

/** A file being written. */
export interface OpenFile extends ByteSink {
  patch(offset: number, bytes: Uint8Array): Result<null>;
  /** Durable when it returns. */
  sync(): Result<null>;
  /** Not before all that was begun off this thread has ended. */
  close(): Result<null>;
  /** Appends off this thread: the bytes have their place at once and must stay as they are until it is done. */
  writeLater(bytes: Uint8Array): Promise<Result<null>>;
  /** Makes durable, off this thread, what was written when it is called. */
  syncLater(): Promise<Result<null>>;
}

/** The few things that the record asks of a disk, so that tests can fill it or pull it out. Faults as `fileFault` names them. */
export interface FileSystem {
  openForReading(path: string): Result<ByteSource>;
  /** A new file, readable by its owner only; one that is there already is a fault. */
  create(path: string): Result<OpenFile>;
  rename(from: string, to: string): Result<null>;
  remove(path: string): Result<null>;
  /** An empty one. */
  removeFolder(path: string): Result<null>;
  /** With all folders above it; one that is there already is fine. */
  makeFolder(path: string): Result<null>;
  /** Makes the names in a folder durable. Windows cannot, and need not. */
  syncFolder(path: string): Result<null>;
  /** Names in a folder, sorted; none where the folder is absent. */
  list(path: string): Result<readonly string[]>;
  exists(path: string): boolean;
}

const faultOfErrno: Readonly<Record<string, Fault['code']>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EROFS: 'data_read_only',
  EACCES: 'data_read_only',
  EPERM: 'data_read_only',
  ENOENT: 'file_absent',
};

/** The fault behind an error of the operating system; an error without a code is a bug and stays one. */
export function fileFault(error: unknown, path: string): Fault {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  return { code: faultOfErrno[error.code] ?? 'io_failed', path, detail: `${error.code} ${path}` };
}
