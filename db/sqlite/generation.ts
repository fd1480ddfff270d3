import type { SqliteDatabase } from './open-database.ts';

/**
 * Which rows count. Every event and every projection row stands in a generation, and queries see those up to `shown`. An import writes
 * rows of the next generation in many small transactions; raising one number makes all of them count. Inside `ahead` the same queries
 * see what the record will be after that.
 */
export class Generation {
  readonly #statements;
  #shown = 0;
  #looking = 0;
  /** Raised whenever something about trust changes or everything is made anew: what was prepared before then is prepared again. */
  epoch = 0;
  #noted: Set<number> | null = null;

  constructor(db: SqliteDatabase) {
    db.pragma('temp_store=MEMORY');
    // The name `events` means the events that count; only the stores beside this file know of the others.
    db.exec(`CREATE TEMP TABLE look (generation INTEGER NOT NULL); INSERT INTO look VALUES (0);
      CREATE TEMP VIEW events AS SELECT * FROM main.all_events WHERE batch <= (SELECT generation FROM temp.look);`);
    this.#statements = {
      read: db.prepare<[], { value: string }>("SELECT value FROM local WHERE name = 'generation'"),
      write: db.prepare("INSERT OR REPLACE INTO local (name, value) VALUES ('generation', ?)"),
      look: db.prepare('UPDATE look SET generation = ?'),
    };
    this.reset();
  }

  /** What queries see, and what is written now belongs to. */
  get looking(): number {
    return this.#looking;
  }

  get isAhead(): boolean {
    return this.#looking > this.#shown;
  }

  get shown(): number {
    return this.#shown;
  }

  /** Does synchronous work that sees and writes the next generation. */
  ahead<T>(work: () => T): T {
    this.#look(this.#shown + 1);
    try {
      return work();
    } finally {
      this.#look(this.#shown);
    }
  }

  /** From now on subjects that are written to are noted: what is prepared for them is out of date. */
  watch(): void {
    this.#noted = new Set();
  }

  get isWatching(): boolean {
    return this.#noted !== null;
  }

  note(subject: number): void {
    if (!this.isAhead) this.#noted?.add(subject);
  }

  /** The subjects written to since `watch`. */
  noted(): ReadonlySet<number> {
    return this.#noted ?? new Set();
  }

  unwatch(): void {
    this.#noted = null;
  }

  /** Makes the next generation count. Inside a transaction. */
  advance(): void {
    this.#shown += 1;
    this.#statements.write.run(String(this.#shown));
    this.#look(this.#shown);
  }

  /** Goes by the file again: at the opening, and after a transaction that was rolled back. */
  reset(): void {
    this.#shown = Number(this.#statements.read.get()?.value ?? 0);
    this.#look(this.#shown);
  }

  #look(generation: number): void {
    if (this.#looking !== generation) this.#statements.look.run(generation);
    this.#looking = generation;
  }
}
