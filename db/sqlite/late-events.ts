import type { EventStatus } from '../trust/status.ts';
import { ABOUT_SUBJECT, type AdmittedRow } from './event-rows.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** An event that was appended after the sums were written down. */
export interface LateEvent {
  readonly n: number;
  readonly id: string;
  readonly status: EventStatus;
  readonly subject: number | null;
}

/** The events above a number, and what was admitted of a subject up to it. */
export class LateEvents {
  readonly #statements;

  constructor(db: SqliteDatabase) {
    const lazy = lazily(db);
    this.#statements = {
      above: lazy.prepare<[number], LateEvent>('SELECT n, id, status, subject FROM events WHERE n > ? ORDER BY n'),
      admitted: lazy.prepare<[number, number], AdmittedRow>(
        `SELECT id, header, body, hole FROM events WHERE n ${ABOUT_SUBJECT} AND status = 'admitted' AND n <= ?`,
      ),
    };
  }

  above(n: number): LateEvent[] {
    return this.#statements.above.all(n);
  }

  admittedOf(subject: number, upTo: number): AdmittedRow[] {
    return this.#statements.admitted.all(subject, upTo);
  }
}
