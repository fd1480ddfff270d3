import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** Which blobs the stored events name, and whether their bytes are here. */
export class BlobIndex {
  readonly #statements;

  constructor(db: SqliteDatabase) {
    const lazy = lazily(db);
    this.#statements = {
      name: lazy.prepare('INSERT OR IGNORE INTO blobs (blob, held) VALUES (?, ?)'),
      hold: lazy.prepare('UPDATE blobs SET held = ? WHERE blob = ? AND held <> ?'),
      absent: lazy.prepare<[], { blob: string }>('SELECT blob FROM blobs WHERE held = 0 ORDER BY blob'),
      held: lazy.prepare<[], { blob: string }>('SELECT blob FROM blobs WHERE held = 1 ORDER BY blob'),
      isNamed: lazy.prepare<[string], { one: number }>('SELECT 1 AS one FROM blobs WHERE blob = ?'),
      staged: lazy.prepare<[], { blob: string }>(
        `SELECT DISTINCT b.value AS blob FROM main.all_events e, json_each(e.header, '$.blobs') b
         WHERE e.batch > (SELECT generation FROM temp.look)`,
      ),
    };
  }

  name(blob: string, held: boolean): void {
    this.#statements.name.run(blob, Number(held));
  }

  hold(blob: string, held: boolean): void {
    this.#statements.hold.run(Number(held), blob, Number(held));
  }

  /** Named by an event, bytes not here. */
  absent(): string[] {
    return this.#statements.absent.all().map((row) => row.blob);
  }

  /** Named by an event, bytes here. */
  held(): string[] {
    return this.#statements.held.all().map((row) => row.blob);
  }

  /** Whether any event names it, whatever its status. */
  isNamed(blob: string): boolean {
    return this.#statements.isNamed.get(blob) !== undefined;
  }

  /** Named by events that an import has staged and that do not count yet. */
  staged(): Set<string> {
    return new Set(this.#statements.staged.all().map((row) => row.blob));
  }
}
