import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { fileFault } from '../files/file-system.ts';
import { MOST_JOURNAL_PAGES, type SqliteDatabase } from './open-database.ts';
import { guardSqlite } from './sqlite-fault.ts';

/** From here on it is worth folding in: some milliseconds of work. */
const LONG_PAGES = 1000;
/** A page of the journal and what stands before it. */
const FRAME_BYTES = 4096 + 24;
/** What an answer given right after it has to flush as well. */
const ROOM_STEP = new Uint8Array(1024 * 1024);

interface Folded {
  readonly busy: number;
  readonly log: number;
  readonly checkpointed: number;
}

/**
 * The write-ahead journal beside the database's file. It is folded in between pieces of work, so that an answer does not wait for it; only where
 * nobody comes to that, the database does it at `MOST_JOURNAL_PAGES`, in the commit that reaches them.
 */
export class Journal {
  readonly #db: SqliteDatabase;
  readonly #length;
  #held = false;
  #hasRoom = false;

  constructor(db: SqliteDatabase) {
    this.#db = db;
    this.#length = db.prepare<[], Folded>('PRAGMA wal_checkpoint(NOOP)');
  }

  /** Folds a long journal in; true where it did. Asked when nobody waits. */
  foldIfLong(): Result<boolean> {
    return guardSqlite(() => {
      const { log = 0, checkpointed = 0 } = this.#length.get() ?? {};
      if (this.#held || log - checkpointed < LONG_PAGES) return ok(false);
      this.#db.pragma('wal_checkpoint(PASSIVE)');
      return ok(true);
    });
  }

  /**
   * Lengthens the journal's file by a step, up to where it is folded in anyway; true where it did. A file that grows must write down its new length
   * with every flush, so a commit into room that is there already is a good deal shorter. Nothing that is written counts: SQLite reads a journal up to
   * the first frame that is none. Where there is no place for it the journal grows as it goes.
   */
  makeRoom(): boolean {
    if (this.#held || this.#hasRoom || this.#db.memory) return false;
    this.#hasRoom = !lengthen(`${this.#db.name}-wal`, MOST_JOURNAL_PAGES * FRAME_BYTES);
    return !this.#hasRoom;
  }

  /** Folds all of it in, and nothing more until `release`: the file stays as it is. Fault: data_in_use. */
  hold(): Result<null> {
    return guardSqlite(() => {
      this.#held = true;
      this.#hasRoom = false;
      this.#db.pragma('wal_autocheckpoint=0');
      const [done] = this.#db.pragma('wal_checkpoint(TRUNCATE)') as Folded[];
      return done?.busy === 0 ? ok(null) : fail({ code: 'data_in_use' });
    });
  }

  release(): void {
    this.#held = false;
    this.#db.pragma(`wal_autocheckpoint=${MOST_JOURNAL_PAGES}`);
  }
}

/** False where the file is long enough, or cannot be made longer. */
function lengthen(path: string, to: number): boolean {
  let file: number | null = null;
  try {
    file = openSync(path, 'r+');
    const { size } = fstatSync(file);
    return size < to && writeSync(file, ROOM_STEP, 0, ROOM_STEP.length, size) > 0;
  } catch (error) {
    fileFault(error, path); // throws what is not the disk's
    return false;
  } finally {
    if (file !== null) closeSync(file);
  }
}
