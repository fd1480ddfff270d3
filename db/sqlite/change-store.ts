import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** A subject that showed one thing before an import and another after it. */
export interface ImportChange {
  readonly subject: string;
  readonly at: EpochMs;
  /** The event that was shown before; null where nothing was. */
  readonly before: string | null;
}

/** Older imports are not remembered: what they changed has been on the screen for long. */
const IMPORTS_KEPT = 20;

/** What the last imports changed of what was shown here. It belongs to this machine and follows from no event, so it is in no hash. */
export class ChangeStore {
  readonly #statements;

  constructor(db: SqliteDatabase) {
    const lazy = lazily(db);
    this.#statements = {
      put: lazy.prepare('INSERT OR REPLACE INTO import_changes (import, subject, at, before) VALUES (?, ?, ?, ?)'),
      last: lazy.prepare<[], { n: number | null }>('SELECT max(import) AS n FROM import_changes'),
      forget: lazy.prepare('DELETE FROM import_changes WHERE import <= ?'),
      all: lazy.prepare<[], ImportChange>(
        'SELECT subject, at, before FROM import_changes ORDER BY import DESC, subject',
      ),
    };
  }

  /** Keeps what one import changed; nothing where it changed nothing that was shown. */
  keep(at: number, changes: readonly Omit<ImportChange, 'at'>[]): void {
    if (changes.length === 0) return;
    const { put, last, forget } = this.#statements;
    const n = (last.get()?.n ?? 0) + 1;
    forget.run(n - IMPORTS_KEPT);
    for (const { subject, before } of changes) put.run(n, subject, at, before);
  }

  /** The newest import first. */
  list(): ImportChange[] {
    return this.#statements.all.all().map((row) => ({ ...row, at: epochMs.parse(row.at) }));
  }
}
