import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/**
 * Which subjects are new and which events speak of each, as far as plain appends have left it for later: an answer then writes two pages less. It lives
 * in memory, in tables that roll back with the file, and follows from the events above the one up to which the sums are written (`Sums`). The names
 * `subjects` and `subject_events` mean what is written down and what is not together.
 */
export class LateSubjects {
  readonly #statements;
  #mayHold = true;

  constructor(db: SqliteDatabase) {
    db.exec(`
      CREATE TEMP TABLE late_subjects (subject TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
      CREATE TEMP TABLE late_subject_events (
        subject INTEGER NOT NULL, event INTEGER NOT NULL, PRIMARY KEY (subject, event)) WITHOUT ROWID;
      CREATE TEMP VIEW subjects AS
        SELECT subject, n FROM main.subjects UNION ALL SELECT subject, n FROM temp.late_subjects;
      CREATE TEMP VIEW subject_events AS
        SELECT subject, event FROM main.subject_events UNION ALL SELECT subject, event FROM temp.late_subject_events;`);
    const lazy = lazily(db);
    this.#statements = {
      readSubjects: lazy.prepare(
        `INSERT OR IGNORE INTO temp.late_subjects SELECT json_extract(header, '$.subject') AS about, subject FROM events
         WHERE n > ? AND subject IS NOT NULL AND NOT EXISTS (SELECT 1 FROM main.subjects k WHERE k.subject = about)`,
      ),
      readEvents: lazy.prepare(
        'INSERT INTO temp.late_subject_events SELECT subject, n FROM events WHERE n > ? AND subject IS NOT NULL',
      ),
      addSubject: lazy.prepare(
        `INSERT INTO temp.late_subjects SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM main.subjects WHERE subject = ?)
         ON CONFLICT DO NOTHING`,
      ),
      addEvent: lazy.prepare('INSERT INTO temp.late_subject_events (subject, event) VALUES (?, ?)'),
      writeSubjects: lazy.prepare('INSERT OR IGNORE INTO main.subjects SELECT subject, n FROM temp.late_subjects'),
      writeEvents: lazy.prepare(
        'INSERT OR IGNORE INTO main.subject_events SELECT subject, event FROM temp.late_subject_events',
      ),
      forgetSubjects: lazy.prepare('DELETE FROM temp.late_subjects'),
      forgetEvents: lazy.prepare('DELETE FROM temp.late_subject_events'),
    };
  }

  /** Reads from the events above a number what was left for later before the file was opened. */
  readAbove(upTo: number): void {
    this.#statements.readSubjects.run(upTo);
    this.#statements.readEvents.run(upTo);
  }

  /** Gives a subject a number; false where it has one. */
  addSubject(subject: string, n: number): boolean {
    this.#mayHold = true;
    return this.#statements.addSubject.run(subject, n, subject).changes > 0;
  }

  addEvent(subject: number, event: number): void {
    this.#mayHold = true;
    this.#statements.addEvent.run(subject, event);
  }

  /** A transaction was rolled back: what it wrote down is late again. */
  reset(): void {
    this.#mayHold = true;
  }

  /** Writes all of it down. */
  write(): void {
    if (!this.#mayHold) return;
    const { writeSubjects, writeEvents, forgetSubjects, forgetEvents } = this.#statements;
    writeSubjects.run();
    writeEvents.run();
    forgetSubjects.run();
    forgetEvents.run();
    this.#mayHold = false;
  }
}
