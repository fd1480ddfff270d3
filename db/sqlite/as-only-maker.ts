import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Result } from '../../vocabulary/result.ts';
import { guardSqlite } from './sqlite-fault.ts';

/**
 * Works while no other process makes a record in the same folder: two at once would each move the other's database aside, and what one of
 * them had acknowledged would be gone. The lock is the system's, so it goes with a process that is cut off. Faults: data_in_use, those of the disk.
 */
export function asOnlyMaker<T>(folder: string, work: () => Result<T>): Result<T> {
  const path = join(folder, 'making.lock');
  return guardSqlite(() => {
    const lock = new Database(path, { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
      try {
        return work();
      } finally {
        removeWhileHeld(path);
      }
    } finally {
      lock.close();
    }
  });
}

/** Whoever opened the file before waits for nothing; Windows keeps a file that is open, and an empty one does no harm. */
function removeWhileHeld(path: string): void {
  try {
    rmSync(path);
  } catch {}
}
