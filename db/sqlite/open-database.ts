import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { migrate } from './migrate.ts';
import { guardSqlite } from './sqlite-fault.ts';

export type SqliteDatabase = Database.Database;

export interface OpenOptions {
  /** File path, or `:memory:` for tests. */
  readonly path: string;
  /** 64 hex digits; null only in memory. */
  readonly key: string | null;
  readonly mustExist: boolean;
}

const SYNCHRONOUS_FULL = 2;
/** Pages in here need not be decrypted again. */
const CACHE_KIB = 32 * 1024;
/** Where the journal is folded in by the commit that reaches it; it is long before if somebody comes to it between answers. */
export const MOST_JOURNAL_PAGES = 4000;

/**
 * Opens the encrypted database for this process alone and brings its schema up to date.
 * Faults: data_absent, data_in_use, data_newer, data_corrupt (also a wrong key), data_read_only, disk_full, io_failed.
 */
export function openDatabase({ path, key, mustExist }: OpenOptions): Result<SqliteDatabase> {
  if (mustExist && path !== ':memory:') {
    if (!existsSync(path)) return fail({ code: 'data_absent', path });
    // SQLite would take an empty file for a new database, and the record would be gone without a word.
    if (statSync(path).size === 0) return fail({ code: 'data_corrupt', path, detail: 'empty file' });
  }
  if (path !== ':memory:' && !isWritable(path)) return fail({ code: 'data_read_only', path });
  let db: SqliteDatabase | undefined;
  const opened = guardSqlite(() => {
    db = new Database(path, { timeout: 0 });
    return prepare(db, key);
  });
  if (!opened.ok) db?.close();
  return opened;
}

/** Asked of the system: SQLite would open a file it may not write for reading, and then speak of a broken disk. */
function isWritable(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function prepare(db: SqliteDatabase, key: string | null): Result<SqliteDatabase> {
  if (key !== null) {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('the database key is 64 hex digits');
    db.pragma(`cipher='chacha20'`);
    db.pragma(`key="raw:${key}"`);
  }
  db.pragma('locking_mode=EXCLUSIVE'); // before the first access, so that WAL needs no shared memory and a second opener is told
  db.pragma('user_version');
  db.pragma('journal_mode=WAL');
  db.pragma('synchronous=FULL'); // this binding opens WAL at NORMAL, which loses acknowledged answers in a power cut
  if (db.pragma('synchronous', { simple: true }) !== SYNCHRONOUS_FULL) throw new Error('synchronous is not FULL');
  db.pragma(`cache_size=-${CACHE_KIB}`);
  db.pragma(`wal_autocheckpoint=${MOST_JOURNAL_PAGES}`);
  db.exec('BEGIN IMMEDIATE; COMMIT');
  const migrated = migrate(db);
  if (!migrated.ok) return migrated;
  db.pragma('foreign_keys=ON');
  return ok(db);
}

interface Frame {
  readonly begin: Database.Statement;
  readonly commit: Database.Statement;
  readonly rollBack: Database.Statement;
}

/** The statements around every transaction of a database, prepared once. */
const frames = new WeakMap<SqliteDatabase, Frame>();
function frameOf(db: SqliteDatabase): Frame {
  const known = frames.get(db);
  if (known) return known;
  const frame = {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    rollBack: db.prepare('ROLLBACK'),
  };
  frames.set(db, frame);
  return frame;
}

/** Runs work in one transaction: a returned fault rolls everything back, and so does a throw. */
export function inTransaction<T>(db: SqliteDatabase, work: () => Result<T>): Result<T> {
  return guardSqlite(() => {
    const { begin, commit, rollBack } = frameOf(db);
    begin.run();
    try {
      const result = work();
      (result.ok ? commit : rollBack).run();
      return result;
    } catch (error) {
      if (db.inTransaction) rollBack.run();
      throw error;
    }
  });
}
