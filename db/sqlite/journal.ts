import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { MOST_JOURNAL_PAGES, type SqliteDatabase } from './open-database.ts';
import { guardSqlite } from './sqlite-fault.ts';

/** From here on it is worth folding in: some milliseconds of work. */
const LONG_PAGES = 1000;

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

  /** Folds all of it in, and nothing more until `release`: the file stays as it is. Fault: data_in_use. */
  hold(): Result<null> {
    return guardSqlite(() => {
      this.#held = true;
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
