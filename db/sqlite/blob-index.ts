import type { SqliteDatabase } from './open-database.ts';

/** Which blobs the stored events name, and whether their bytes are here. */
export class BlobIndex {
  readonly #statements;

  constructor(db: SqliteDatabase) {
    this.#statements = {
      name: db.prepare('INSERT OR IGNORE INTO blobs (blob, held) VALUES (?, ?)'),
      hold: db.prepare('UPDATE blobs SET held = ? WHERE blob = ? AND held <> ?'),
      absent: db.prepare<[], { blob: string }>('SELECT blob FROM blobs WHERE held = 0 ORDER BY blob'),
      all: db.prepare<[], { blob: string }>('SELECT blob FROM blobs ORDER BY blob'),
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

  all(): string[] {
    return this.#statements.all.all().map((row) => row.blob);
  }
}
