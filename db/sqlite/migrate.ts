import type Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { sha256 } from '../log/sha256.ts';
import { migration0001 } from './migrations/0001-log.ts';
import { migration0002 } from './migrations/0002-generations.ts';
import { migration0003 } from './migrations/0003-quick-import.ts';
import { migration0004 } from './migrations/0004-import-changes.ts';
import { migration0005 } from './migrations/0005-readings-by-batch.ts';
import { migration0006 } from './migrations/0006-sums-up-to.ts';
import { migration0007 } from './migrations/0007-late-subjects.ts';
import { migration0008 } from './migrations/0008-short-minutes.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** In order, never edited once shipped: the hash of each is kept and compared at every open. */
export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
];

/** Brings the database to this build's version, one transaction per step. Damage or an edited step is `data_corrupt`. */
export function migrate(db: Database.Database, steps: readonly Migration[] = migrations): Result<null> {
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > steps.length) return fail({ code: 'data_newer', version });
  if (version > 0) {
    const applied = db
      .prepare<[], { n: number; name: string; sha256: string }>('SELECT * FROM migrations ORDER BY n')
      .all();
    const fits = applied.every(({ n, name, sha256: kept }, at) => {
      const step = steps[at];
      return n === at + 1 && step?.name === name && sha256(step.sql) === kept;
    });
    if (!fits || applied.length !== version) return fail({ code: 'data_corrupt', detail: 'migrations' });
  }
  steps.slice(version).forEach((step, at) => {
    applyStep(db, step, version + at + 1);
  });
  return ok(null);
}

function applyStep(db: Database.Database, step: Migration, n: number): void {
  db.pragma('foreign_keys=OFF'); // has no effect inside a transaction, so it stands before it
  db.transaction(() => {
    db.exec('CREATE TABLE IF NOT EXISTS migrations (n INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)');
    db.exec(step.sql);
    db.prepare('INSERT INTO migrations (n, name, sha256) VALUES (?, ?, ?)').run(n, step.name, sha256(step.sql));
    const orphans = db.pragma('foreign_key_check');
    if (Array.isArray(orphans) && orphans.length > 0) throw new Error(`migration ${step.name} leaves orphans`);
    db.pragma(`user_version=${n}`);
  }).immediate();
  db.pragma('foreign_keys=ON');
}
