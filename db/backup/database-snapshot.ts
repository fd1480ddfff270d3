import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Journal } from '../sqlite/journal.ts';
import type { SqliteDatabase } from '../sqlite/open-database.ts';
import { guardSqlite } from '../sqlite/sqlite-fault.ts';
import type { Stores } from '../sqlite/stores.ts';

/** SQLite locks this byte of a file; the page it lies in holds nothing, and Windows lets nobody read it. */
const LOCK_BYTE = 0x40000000;

/**
 * The database's file as it is at one moment, to be copied while others write. The journal is folded in first, and not again until `end`: all that is
 * written meanwhile goes into the journal and the file stays as it is. Its pages stay encrypted.
 *
 * The file is opened once and closed only after the database: on POSIX, closing any other handle of a file drops the locks that this process
 * holds on it, and a second program could then open the record.
 */
export class DatabaseSnapshots {
  readonly #db: SqliteDatabase;
  readonly #journal: Journal;
  readonly #files: FileSystem;
  readonly #path: string;
  #file: ByteSource | null = null;

  constructor({ db, journal }: Pick<Stores, 'db' | 'journal'>, files: FileSystem, path: string) {
    this.#db = db;
    this.#journal = journal;
    this.#files = files;
    this.#path = path;
  }

  begin(): Result<ByteSource> {
    const held = this.#journal.hold();
    const size = held.ok
      ? guardSqlite(() => ok(this.#pragma('page_count') * this.#pragma('page_size')))
      : fail({ path: this.#path, ...held.fault });
    const opened = size.ok ? this.#open() : size;
    if (!size.ok || !opened.ok) {
      this.end();
      return size.ok ? (opened as Result<ByteSource>) : size;
    }
    const file = opened.value;
    return ok({ size: size.value, read: (at, length) => this.#read(file, at, length), close: () => this.end() });
  }

  end(): void {
    this.#journal.release();
  }

  /** After the database was closed. */
  close(): void {
    this.#file?.close();
    this.#file = null;
  }

  #open(): Result<ByteSource> {
    if (this.#file) return ok(this.#file);
    const opened = this.#files.openForReading(this.#path);
    if (opened.ok) this.#file = opened.value;
    return opened;
  }

  #pragma(name: string): number {
    return Number(this.#db.pragma(name, { simple: true }));
  }

  #read(file: ByteSource, at: number, length: number): Result<Uint8Array> {
    if (at > LOCK_BYTE || at + length <= LOCK_BYTE) return file.read(at, length);
    // 64 KiB slices begin on page borders, so the lock byte is the first of its slice.
    const page = this.#pragma('page_size');
    const rest = length > page ? file.read(at + page, length - page) : ok(new Uint8Array());
    return rest.ok ? ok(Buffer.concat([Buffer.alloc(Math.min(page, length)), rest.value])) : rest;
  }
}
