import type { Generation } from './generation.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** An import that was begun and does not count yet. `first` is the lowest number its events can have. */
export interface StagedImport {
  readonly n: number;
  readonly digest: string;
  readonly first: number;
}

/** A bundle whose events are all held. */
export interface TakenBundle {
  readonly events: number;
  readonly waitingSeals: number;
}

const ROWS_PER_PURGE = 1000;

/** What an import has written that does not count yet: events of the generation ahead, and bodies for holes. */
export class StagingStore {
  readonly #generation: Generation;
  readonly #statements;

  constructor(db: SqliteDatabase, generation: Generation) {
    this.#generation = generation;
    const lazy = lazily(db);
    this.#statements = {
      open: lazy.prepare<[], StagedImport>('SELECT n, digest, first FROM staged_imports ORDER BY n'),
      begin: lazy.prepare(
        'INSERT INTO staged_imports (digest, first) SELECT ?, coalesce((SELECT n FROM all_events ORDER BY n DESC LIMIT 1), 0) + 1',
      ),
      end: lazy.prepare('DELETE FROM staged_imports WHERE n = ?'),
      take: lazy.prepare(
        'INSERT OR REPLACE INTO taken_bundles (digest, events, waiting_seals) SELECT digest, ?, ? FROM staged_imports WHERE n = ?',
      ),
      taken: lazy.prepare<[string], TakenBundle>(
        'SELECT events, waiting_seals AS waitingSeals FROM taken_bundles WHERE digest = ?',
      ),
      addBody: lazy.prepare('INSERT OR IGNORE INTO staged_bodies (import, event, body) VALUES (?, ?, ?)'),
      bodies: lazy.prepare<[number], { event: number; subject: number | null; body: string }>(
        `SELECT b.event, e.subject, b.body FROM staged_bodies b JOIN events e ON e.n = b.event
         WHERE b.import = ? AND e.hole = 1`,
      ),
      purgeSubjects: lazy.prepare(
        `DELETE FROM main.subject_events WHERE (subject, event) IN
         (SELECT subject, n FROM all_events WHERE n >= ? AND batch > ? ORDER BY n LIMIT ?)`,
      ),
      purge: lazy.prepare(
        'DELETE FROM all_events WHERE n IN (SELECT n FROM all_events WHERE n >= ? AND batch > ? ORDER BY n LIMIT ?)',
      ),
    };
  }

  /** The import that was begun and not ended: by a crash, or because it runs now. There is never more than one. */
  begun(): StagedImport | null {
    return this.#statements.open.all()[0] ?? null;
  }

  begin(digest: string): number {
    return Number(this.#statements.begin.run(digest).lastInsertRowid);
  }

  /** The body of an event that is held without it. */
  addBody(n: number, event: number, body: string): void {
    this.#statements.addBody.run(n, event, body);
  }

  bodies(n: number): { readonly event: number; readonly subject: number | null; readonly body: string }[] {
    return this.#statements.bodies.all(n);
  }

  /** Takes away a part of what a broken-off import wrote; false when nothing is left. */
  purge({ first }: StagedImport): boolean {
    const part = [first, this.#generation.shown, ROWS_PER_PURGE];
    this.#statements.purgeSubjects.run(...part);
    return this.#statements.purge.run(...part).changes > 0;
  }

  /** Forgets that the import was begun. */
  end(n: number): void {
    this.#statements.end.run(n);
  }

  /** The import counts: the same content need not be judged again. */
  take(n: number, { events, waitingSeals }: TakenBundle): void {
    this.#statements.take.run(events, waitingSeals, n);
    this.end(n);
  }

  /** What a bundle that was taken in whole carried; null for every other. */
  taken(digest: string): TakenBundle | null {
    return this.#statements.taken.get(digest) ?? null;
  }
}
