import type Database from 'better-sqlite3';
import type { SqliteDatabase } from './open-database.ts';

/** A statement that is compiled when it is first asked: an open record knows hundreds, and most of its work asks few. */
export class LazyStatement<P extends unknown[], R> {
  readonly #compile: () => Database.Statement<P, R>;
  #compiled: Database.Statement<P, R> | null = null;

  constructor(compile: () => Database.Statement<P, R>) {
    this.#compile = compile;
  }

  get #statement(): Database.Statement<P, R> {
    this.#compiled ??= this.#compile();
    return this.#compiled;
  }

  run(...values: P): Database.RunResult {
    return this.#statement.run(...values);
  }

  get(...values: P): R | undefined {
    return this.#statement.get(...values);
  }

  all(...values: P): R[] {
    return this.#statement.all(...values);
  }

  iterate(...values: P): IterableIterator<R> {
    return this.#statement.iterate(...values);
  }
}

export interface LazyStatements {
  readonly prepare: <P extends unknown[] = unknown[], R = unknown>(sql: string) => LazyStatement<P, R>;
}

/** Takes the place of a database where statements are only named. */
export const lazily = (db: SqliteDatabase): LazyStatements => ({
  prepare: <P extends unknown[], R>(sql: string) => new LazyStatement<P, R>(() => db.prepare<P, R>(sql)),
});
