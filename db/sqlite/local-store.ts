import { type LogId, logId } from '../../vocabulary/ids.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** What belongs to this machine and never leaves it: which log is its own, the authority's key, its clock. */
export class LocalStore {
  /** Values as the file has them; nobody else writes them while it is open. */
  readonly #known = new Map<string, string | null>();
  readonly #statements;

  constructor(db: SqliteDatabase) {
    const lazy = lazily(db);
    this.#statements = {
      get: lazy.prepare<[string], { value: string }>('SELECT value FROM local WHERE name = ?'),
      put: lazy.prepare('INSERT OR REPLACE INTO local (name, value) VALUES (?, ?)'),
      remove: lazy.prepare('DELETE FROM local WHERE name = ?'),
      own: lazy.prepare<[], { log: string }>('SELECT log FROM logs WHERE own = 1 ORDER BY n'),
      setOwn: lazy.prepare('UPDATE logs SET own = 1, key = ? WHERE log = ?'),
      viewed: lazy.prepare<[], { log: string }>(
        'SELECT log FROM logs l WHERE own = 1 AND EXISTS (SELECT 1 FROM events WHERE log = l.n AND own_view = 1) ORDER BY log',
      ),
      logs: lazy.prepare<[], { log: string }>(
        'SELECT log FROM logs l WHERE EXISTS (SELECT 1 FROM events WHERE log = l.n) ORDER BY log',
      ),
    };
  }

  get(name: string): string | null {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const value = this.#statements.get.get(name)?.value ?? null;
    this.#known.set(name, value);
    return value;
  }

  put(name: string, value: string | null): void {
    if (value === null) this.#statements.remove.run(name);
    else this.#statements.put.run(name, value);
    this.#known.set(name, value);
  }

  /** Forgets what a rolled-back transaction wrote. */
  reset(): void {
    this.#known.clear();
  }

  /** The log being written and those this folder wrote before. */
  ownLogs(): Set<LogId> {
    return new Set(this.#statements.own.all().map((row) => logId.parse(row.log)));
  }

  markOwn(log: LogId, key: string): void {
    this.#statements.setOwn.run(key, log);
  }

  /** Own logs with an event that other machines would show with another status. */
  logsInOwnView(): LogId[] {
    return this.#statements.viewed.all().map((row) => logId.parse(row.log));
  }

  logs(): LogId[] {
    return this.#statements.logs.all().map((row) => logId.parse(row.log));
  }
}
