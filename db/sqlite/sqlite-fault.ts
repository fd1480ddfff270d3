import Database from 'better-sqlite3';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, type Result } from '../../vocabulary/result.ts';

/** SQLite's codes by their beginning, first match wins. Anything else SQLite says is a bug of ours. */
const faultOfCode: readonly (readonly [string, Fault['code']])[] = [
  ['SQLITE_BUSY', 'data_in_use'],
  ['SQLITE_LOCKED', 'data_in_use'],
  ['SQLITE_NOTADB', 'data_corrupt'],
  ['SQLITE_CORRUPT', 'data_corrupt'],
  ['SQLITE_READONLY', 'data_read_only'],
  ['SQLITE_PERM', 'data_read_only'],
  ['SQLITE_CANTOPEN', 'data_read_only'],
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_IOERR', 'io_failed'],
];

/** The fault behind an error of SQLite, or null where the error is a bug. */
export function sqliteFault(error: unknown): Fault | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const code = faultOfCode.find(([start]) => error.code.startsWith(start))?.[1];
  return code ? { code, detail: `${error.code}: ${error.message}` } : null;
}

/** Runs work on the database; what SQLite refuses for outside reasons (disk, lock, damage) becomes a fault, bugs still throw. */
export function guardSqlite<T>(work: () => Result<T>): Result<T> {
  try {
    return work();
  } catch (error) {
    const fault = sqliteFault(error);
    if (fault) return fail(fault);
    throw error;
  }
}
