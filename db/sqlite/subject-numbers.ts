import type { LateSubjects } from './late-subjects.ts';
import { lazily } from './lazy-statements.ts';
import type { SqliteDatabase } from './open-database.ts';

/** A subject by its number. One that is new has no event and no row in any table, shown or prepared. */
export interface RowSubject {
  readonly n: number;
  readonly isNew: boolean;
}

const NUMBERS_PER_RESERVE = 1000;
/** What an inspection or two speaks of: answers that are given again are so soon. */
const MOST_RECENT = 1024;

/** The number of each subject in this file. They are handed out from a reserve, so that not every new subject writes down how far they go. */
export class SubjectNumbers {
  /** Numbers that may be given without asking the file; null until it was asked. */
  #free: { next: number; to: number } | null = null;
  /** Subjects that an import spoke of last. A number is for ever, so that only a rollback takes one out. */
  readonly #recent = new Map<string, number>();
  readonly #late: LateSubjects;
  readonly #statements;

  constructor(db: SqliteDatabase, late: LateSubjects) {
    this.#late = late;
    const lazy = lazily(db);
    this.#statements = {
      find: lazy.prepare<[string], { n: number }>('SELECT n FROM subjects WHERE subject = ?'),
      add: lazy.prepare('INSERT INTO main.subjects (subject, n) VALUES (?, ?) ON CONFLICT DO NOTHING'),
      reserved: lazy.prepare<[], { value: string }>("SELECT value FROM local WHERE name = 'subjects'"),
      reserve: lazy.prepare("INSERT OR REPLACE INTO local (name, value) VALUES ('subjects', ?)"),
      all: lazy.prepare<[], { n: number }>('SELECT n FROM subjects ORDER BY n'),
    };
  }

  find(subject: string): number | null {
    return this.#statements.find.get(subject)?.n ?? null;
  }

  /** The same for the subjects of an import, which often come again soon. */
  numberOfImported(subject: string): RowSubject {
    const recent = this.#recent.get(subject);
    if (recent !== undefined) return { n: recent, isNew: false };
    const given = this.number(subject, false);
    if (this.#recent.size >= MOST_RECENT) this.#recent.clear();
    this.#recent.set(subject, given.n);
    return given;
  }

  /** The number of a subject, which is given to it where it is new. `later`: for a plain append, which need not write it down. */
  number(subject: string, later: boolean): RowSubject {
    const free = this.#reserved();
    // What was left for later has its number.
    if (!later) this.#late.write();
    const isNew = later
      ? this.#late.addSubject(subject, free.next)
      : this.#statements.add.run(subject, free.next).changes > 0;
    if (isNew) {
      free.next += 1;
      return { n: free.next - 1, isNew };
    }
    const n = this.find(subject);
    if (n === null) throw new Error(`${subject} is neither new nor known`);
    return { n, isNew };
  }

  all(): number[] {
    return this.#statements.all.all().map((row) => row.n);
  }

  /** Forgets what was kept in memory: a transaction was rolled back. */
  reset(): void {
    this.#free = null;
    this.#recent.clear();
  }

  #reserved(): { next: number; readonly to: number } {
    if (!this.#free) {
      const to = Number(this.#statements.reserved.get()?.value ?? 0);
      this.#free = { next: to + 1, to };
    }
    if (this.#free.next > this.#free.to) {
      this.#free.to += NUMBERS_PER_RESERVE;
      this.#statements.reserve.run(String(this.#free.to));
    }
    return this.#free;
  }
}
