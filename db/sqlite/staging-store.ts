import { type LogId, logId } from '../../vocabulary/ids.ts';
import type { TrustFact } from '../trust/trust-facts.ts';
import { ARRIVING } from './event-store.ts';
import type { SqliteDatabase } from './open-database.ts';

/** An event read from a bundle and not yet part of the record. */
export interface StagedEvent {
  readonly log: string;
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly header: string;
  readonly body: string;
  readonly hole: boolean;
  readonly fact: TrustFact | null;
}

interface ArrivedRow {
  readonly n: number;
  readonly id: string;
  readonly blobs: string;
  readonly hlc: string;
  readonly fact: string | null;
}

/** Where an import gathers what it reads, in many small transactions, before one makes it part of the record. */
export class StagingStore {
  readonly #statements;

  constructor(db: SqliteDatabase) {
    this.#statements = {
      find: db.prepare<[string], { n: number }>('SELECT n FROM staged_imports WHERE digest = ?'),
      begin: db.prepare('INSERT INTO staged_imports (digest) VALUES (?)'),
      end: db.prepare('DELETE FROM staged_imports WHERE n = ?'),
      add: db.prepare(
        `INSERT OR IGNORE INTO staged_events (import, log, seq, id, type, subject, header, body, hole, fact)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ),
      addBody: db.prepare('INSERT OR IGNORE INTO staged_bodies (import, event, body) VALUES (?, ?, ?)'),
      logs: db.prepare<[number], { log: string }>('SELECT DISTINCT log FROM staged_events WHERE import = ?'),
      takeLogs: db.prepare('INSERT OR IGNORE INTO logs (log) SELECT DISTINCT log FROM staged_events WHERE import = ?'),
      takeSubjects: db.prepare(
        "INSERT OR IGNORE INTO subjects (subject) SELECT DISTINCT subject FROM staged_events WHERE import = ? AND subject <> ''",
      ),
      takeEvents: db.prepare(
        `INSERT OR IGNORE INTO events (log, seq, id, type, subject, header, body, hole, seen, covered, status, own_view)
         SELECT l.n, t.seq, t.id, t.type, s.n, t.header, t.body, t.hole, ?, 0, '${ARRIVING}', 0
         FROM staged_events t JOIN logs l ON l.log = t.log LEFT JOIN subjects s ON s.subject = t.subject
         WHERE t.import = ? ORDER BY t.log, t.seq, t.id`,
      ),
      arrived: db.prepare<[number], ArrivedRow>(
        `SELECT e.n, e.id, json_extract(e.header, '$.blobs') AS blobs, json_extract(e.header, '$.hlc') AS hlc, t.fact
         FROM staged_events t JOIN logs l ON l.log = t.log JOIN events e ON e.log = l.n AND e.seq = t.seq AND e.id = t.id
         WHERE t.import = ? AND e.status = '${ARRIVING}'`,
      ),
      bodies: db.prepare<[number], { event: number; subject: number | null; body: string }>(
        `SELECT b.event, e.subject, b.body FROM staged_bodies b JOIN events e ON e.n = b.event
         WHERE b.import = ? AND e.hole = 1`,
      ),
    };
  }

  /** The import of a bundle by its digest: the one that was broken off, or null. */
  find(digest: string): number | null {
    return this.#statements.find.get(digest)?.n ?? null;
  }

  begin(digest: string): number {
    return this.find(digest) ?? Number(this.#statements.begin.run(digest).lastInsertRowid);
  }

  /** False where it is staged already. */
  add(n: number, event: StagedEvent): boolean {
    const { log, seq, id, type, subject, header, body, hole, fact } = event;
    const factText = fact ? JSON.stringify(fact) : null;
    return this.#statements.add.run(n, log, seq, id, type, subject, header, body, Number(hole), factText).changes === 1;
  }

  /** The body of an event that is held without it. */
  addBody(n: number, event: number, body: string): boolean {
    return this.#statements.addBody.run(n, event, body).changes === 1;
  }

  logs(n: number): LogId[] {
    return this.#statements.logs.all(n).map((row) => logId.parse(row.log));
  }

  /** Copies the staged events into the record, with a status still to be given, and names them. */
  take(n: number, seen: number): ArrivedRow[] {
    this.#statements.takeLogs.run(n);
    this.#statements.takeSubjects.run(n);
    this.#statements.takeEvents.run(seen, n);
    return this.#statements.arrived.all(n);
  }

  bodies(n: number): { readonly event: number; readonly subject: number | null; readonly body: string }[] {
    return this.#statements.bodies.all(n);
  }

  /** Forgets the import and everything it staged. */
  end(n: number): void {
    this.#statements.end.run(n);
  }
}
