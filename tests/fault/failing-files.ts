import type { FileSystem, OpenFile } from '../../db/files/file-system.ts';
import { nodeFiles } from '../../db/files/node-files.ts';
import type { FaultCode } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { FaultError, Op, Plan } from './control.ts';

const codes: Readonly<Record<FaultError, FaultCode>> = {
  EIO: 'io_failed',
  EACCES: 'data_read_only',
  ENOSPC: 'disk_full',
  SHORT: 'disk_full',
};

/** The same faults in our own port of the file system: blob store, marks, key ring, bundles and backups write through it. */
export class FailingFiles {
  #plan: Plan | null = null;
  #count = 0;
  #fired = 0;

  arm(plan: Plan): void {
    this.#plan = plan;
    this.#count = 0;
    this.#fired = 0;
  }

  disarm(): number {
    this.#plan = null;
    return this.#fired;
  }

  readonly files: FileSystem = {
    ...nodeFiles,
    openForReading: (path) => this.#or('open', () => nodeFiles.openForReading(path)),
    create: (path) =>
      this.#or('open', () => {
        const file = nodeFiles.create(path);
        return file.ok ? ok(this.#failing(file.value)) : file;
      }),
    rename: (from, to) => this.#or('rename', () => nodeFiles.rename(from, to)),
    syncFolder: (path) => this.#or('sync', () => nodeFiles.syncFolder(path)),
    list: (path) => this.#or('open', () => nodeFiles.list(path)),
    makeFolder: (path) => this.#or('write', () => nodeFiles.makeFolder(path)),
  };

  #failing(file: OpenFile): OpenFile {
    return {
      ...file,
      write: (bytes) => this.#or('write', () => file.write(bytes)),
      sync: () => this.#or('sync', () => file.sync()),
      writeLater: async (bytes) => this.#fault('write') ?? file.writeLater(bytes),
      syncLater: async () => this.#fault('sync') ?? file.syncLater(),
    };
  }

  #or<T>(op: Op, work: () => Result<T>): Result<T> {
    return this.#fault(op) ?? work();
  }

  /** Null where this call is none that fails. */
  #fault(op: Op): Result<never> | null {
    const plan = this.#plan;
    if (plan?.op !== op) return null;
    this.#count += 1;
    const now = plan.sticky ? this.#count >= plan.nth : this.#count === plan.nth;
    if (!now) return null;
    this.#fired += 1;
    return fail({ code: codes[plan.error], detail: `${plan.error} by the test` });
  }
}
