import { and, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { canonicalJson } from '../log/canonical-json.ts';
import { sha256 } from '../log/sha256.ts';
import type { Projection, RowFields } from '../projections/projection.ts';
import type { Register } from '../projections/register.ts';
import { addTerm, termOf } from '../projections/state-hash.ts';
import { searchText } from '../projections/words.ts';
import type { Generation } from './generation.ts';
import { type LazyStatements, lazily } from './lazy-statements.ts';
import { ManyRows } from './many-rows.ts';
import type { SqliteDatabase } from './open-database.ts';
import { LOCAL_COLUMNS, type ProjectionShape, quoted, shapeOf } from './projection-shape.ts';
import type { Counted } from './recount.ts';
import type { RowSubject } from './subject-numbers.ts';
import type { Sums } from './sums.ts';

interface Held {
  readonly hash: Buffer;
  readonly generation: number;
}

/** Of the search table. What the cipher adds to a page of 4 KiB leaves no room for the usual 4,050: each would run over into a second page. */
const WORD_PAGE_BYTES = 4000;

/** A row as it is written and hashed. */
interface PrintedRow {
  readonly values: (string | number | Buffer | null)[];
  readonly hash: string;
  /** The text whose words can be searched for. */
  readonly words?: string;
}

/** Some milliseconds of work. */
const ROWS_PER_REMOVAL = 250;

/** One for a database: it knows nothing of tables. */
const typedViews = new WeakMap<SqliteDatabase, ReturnType<typeof drizzle>>();
function typed(db: SqliteDatabase): ReturnType<typeof drizzle> {
  const view = typedViews.get(db) ?? drizzle(db);
  typedViews.set(db, view);
  return view;
}

/** The table of one projection, kept in step with the registers and with the state hash. */
export class ProjectionStore {
  readonly projection: Projection;
  readonly #db: SqliteDatabase;
  readonly #sums: Sums;
  readonly #generation: Generation;
  readonly #shape: ProjectionShape;
  readonly #statements;
  /** The lowest subject of which a row was written ahead, and in which generation. */
  #ahead = { generation: 0, from: 0 };
  /** Prepared when it is first asked: building the question costs more than a small table's answer. */
  #everything: ReturnType<typeof everythingIn> | undefined;
  #stretch: ReturnType<typeof stretchOf> | undefined;

  /** `isThere`: whether its table is in the file. */
  constructor(db: SqliteDatabase, sums: Sums, generation: Generation, projection: Projection, isThere: boolean) {
    this.#db = db;
    this.#sums = sums;
    this.#generation = generation;
    this.projection = projection;
    this.#shape = shapeOf(projection);
    if (!isThere || this.#sums.read(projection.name).version !== projection.version) this.#make();
    const names = this.#shape.columns.map((column) => column.name);
    const table = quoted(this.#shape.table);
    const lazy = lazily(db);
    const into = `INSERT OR REPLACE INTO ${table} (${names.map(quoted).join(', ')}) VALUES`;
    const places = `(${names.map(() => '?').join(', ')})`;
    this.#statements = {
      hash: lazy.prepare<[number], Held>(`SELECT hash, generation FROM ${table} WHERE subject = ?`),
      put: lazy.prepare<[PrintedRow['values']]>(`${into} ${places}`),
      fresh: new ManyRows(lazy, into, places, names.length),
      remove: lazy.prepare(`DELETE FROM ${table} WHERE subject = ?`),
      removeAll: lazy.prepare(`DELETE FROM ${table}`),
      removeAllAhead: lazy.prepare(`DELETE FROM ${table} WHERE generation > ?`),
      someAhead: lazy.prepare<[number, number, number], { subject: number }>(
        `SELECT subject FROM ${table} WHERE subject >= ? AND generation > ? ORDER BY subject LIMIT ?`,
      ),
      ...this.#wordStatements(lazy, table),
    };
  }

  get #wordTable(): string {
    return `w_${this.projection.name}`;
  }

  /** What keeps the search table in step; nothing where the projection has none. */
  #wordStatements(lazy: LazyStatements, table: string) {
    if (this.projection.words === undefined)
      return { putWords: null, removeWords: null, removeWordsAhead: null, removeAllWords: null };
    const words = quoted(this.#wordTable);
    return {
      putWords: lazy.prepare(`INSERT OR REPLACE INTO ${words} (rowid, runs) VALUES (?, ?)`),
      removeWords: lazy.prepare(`DELETE FROM ${words} WHERE rowid = ?`),
      removeAllWords: lazy.prepare(`INSERT INTO ${words} (${words}) VALUES ('delete-all')`),
      removeWordsAhead: lazy.prepare(
        `DELETE FROM ${words} WHERE rowid IN (SELECT subject FROM ${table} WHERE generation > ?)`,
      ),
    };
  }

  /** Takes away every row; the table keeps its shape, which is that of this build since the opening. */
  clear(): void {
    this.#statements.removeAll.run();
    this.#statements.removeAllWords?.run();
    this.#sums.set(this.projection.name, { rows: 0, sum: 0n, version: this.projection.version });
  }

  /** Makes the table anew in the shape of this build. */
  #make(): void {
    const { indexes = [], words } = this.projection;
    const { table, columns } = this.#shape;
    this.#db.exec(`DROP TABLE IF EXISTS ${quoted(table)};
      CREATE TABLE ${quoted(table)} (${columns.map((column) => column.sql).join(', ')});`);
    for (const [at, indexed] of indexes.entries()) {
      this.#db.exec(`CREATE INDEX ${quoted(`${table}_${at}`)} ON ${quoted(table)} (${indexed})`);
    }
    if (words !== undefined) {
      this.#db.exec(`DROP TABLE IF EXISTS ${quoted(this.#wordTable)};
        CREATE VIRTUAL TABLE ${quoted(this.#wordTable)} USING fts5(runs, content='', contentless_delete=1);
        INSERT INTO ${quoted(this.#wordTable)} (${quoted(this.#wordTable)}, rank) VALUES ('pgsz', ${WORD_PAGE_BYTES});`);
    }
    this.#sums.set(this.projection.name, { rows: 0, sum: 0n, version: this.projection.version });
  }

  follows(type: string | null): boolean {
    const { types } = this.projection;
    return types === 'every' || (type !== null && types.includes(type));
  }

  /** Brings the row of one subject in step with its register; null where the subject holds nothing admitted. */
  apply({ n: subject, isNew }: RowSubject, register: Register | null): void {
    const row = register && this.#rowOf(register);
    const old = isNew ? null : this.#oldHash(subject);
    if ((row?.hash ?? null) === old) return;
    if (old !== null) this.#sums.subtract(this.projection.name, toTerm(old), subject);
    if (row) this.#put(subject, row);
    else this.#remove(subject);
    if (row?.words !== undefined) this.#statements.putWords?.run(subject, searchText(row.words));
  }

  /** The row of a subject that is new, written together with others: at `writeNew` at the latest. */
  applyNew(subject: number, register: Register): void {
    const row = this.#rowOf(register);
    if (!row) return;
    this.#complete(subject, row);
    this.#statements.fresh.add(...row.values);
    if (row.words !== undefined) this.#statements.putWords?.run(subject, searchText(row.words));
  }

  writeNew(): void {
    this.#statements.fresh.write();
  }

  /** What was not written does not come to be. */
  dropNew(): void {
    this.#statements.fresh.drop();
  }

  /** Puts the row of a subject as it stands into the sum, in place of the one that followed from the register before. */
  sumAgain(subject: number, before: Register | null): void {
    const was = (before && this.#rowOf(before)?.hash) ?? null;
    const now = this.#oldHash(subject);
    if (was === now) return;
    if (was !== null) this.#sums.subtract(this.projection.name, toTerm(was), subject);
    if (now !== null) this.#sums.add(this.projection.name, toTerm(now), subject);
  }

  #rowOf(register: Register): PrintedRow | null {
    const fields = this.projection.row(register);
    if (!fields) return null;
    const words = this.projection.words === undefined ? undefined : fields[this.projection.words];
    const printed = this.#print({ ...commonFields(register), ...fields });
    return typeof words === 'string' ? { ...printed, words } : printed;
  }

  #remove(subject: number): void {
    this.#statements.remove.run(subject);
    this.#statements.removeWords?.run(subject);
  }

  /** Prints the canonical form once, for the hash and for the columns that hold JSON. */
  #print(row: RowFields): PrintedRow {
    const values: PrintedRow['values'] = new Array(this.#shape.columns.length).fill(null);
    let text = `${this.projection.name}\n`;
    let mark = '{';
    for (const { name, label, isId, place } of this.#shape.hashed) {
      const value = row[name];
      const json = isId ? `"${value}"` : jsonOf(value);
      if (json === undefined) throw new TypeError(`${this.projection.name}.${name} is missing`);
      values[place] = toSql(value, json);
      text += mark + label + json;
      mark = ',';
    }
    return { values, hash: sha256(`${text}}`) };
  }

  /** The hash of the row that counts. One that was prepared for this subject is out of date now and is taken back. */
  #oldHash(subject: number): string | null {
    const held = this.#statements.hash.get(subject);
    if (!held) return null;
    const hash = held.hash.toString('hex');
    if (held.generation <= this.#generation.shown) return hash;
    this.#sums.subtractAhead(this.projection.name, toTerm(hash));
    this.#remove(subject);
    return null;
  }

  /** Takes away whatever a broken-off import has prepared. */
  removeAllAhead(): void {
    this.#statements.removeWordsAhead?.run(this.#generation.shown);
    this.#statements.removeAllAhead.run(this.#generation.shown);
  }

  /** From which subject on a row may stand that does not count yet; null where none does. */
  get aheadFrom(): number | null {
    return this.#ahead.generation > this.#generation.shown ? this.#ahead.from : null;
  }

  /** Takes away some of them from a subject on, and says where to go on; null when none is left. */
  removeSomeAhead(from: number): number | null {
    const some = this.#statements.someAhead.all(from, this.#generation.shown, ROWS_PER_REMOVAL);
    for (const { subject } of some) this.#remove(subject);
    const last = some.at(-1);
    return last && some.length === ROWS_PER_REMOVAL ? last.subject + 1 : null;
  }

  #noteAhead(subject: number): void {
    const { looking: generation } = this.#generation;
    if (this.#ahead.generation !== generation) this.#ahead = { generation, from: subject };
    else if (subject < this.#ahead.from) this.#ahead.from = subject;
  }

  #put(subject: number, row: PrintedRow): void {
    this.#complete(subject, row);
    this.#statements.put.run(row.values);
  }

  /** Sums it, and fills in what is of this machine. */
  #complete(subject: number, { values, hash }: PrintedRow): void {
    if (this.#generation.isAhead) this.#noteAhead(subject);
    this.#sums.add(this.projection.name, toTerm(hash), subject);
    const { places } = this.#shape;
    values[places.subject] = subject;
    values[places.hash] = Buffer.from(hash, 'hex');
    values[places.generation] = this.#generation.looking;
  }

  /** The typed rows that fit, without the local columns. */
  read(where?: SQL): RowFields[] {
    if (where === undefined) return this.#readAll();
    const counts = lte(this.#shape.generation, this.#generation.looking);
    return typed(this.#db).select().from(this.projection.table).where(and(counts, where)).all().map(withoutLocal);
  }

  #readAll(): RowFields[] {
    this.#everything ??= everythingIn(typed(this.#db), this.projection.table, this.#shape.generation);
    return this.#everything.all({ looking: this.#generation.looking }).map(withoutLocal);
  }

  /** The sum as the rows themselves give it, read back through the typed columns: must equal the running sum. */
  recount(): { readonly rows: number; readonly sum: bigint } {
    const rows = this.#readAll();
    return { rows: rows.length, sum: this.#sumOf(rows) };
  }

  /** The same of a stretch of rows. */
  countRows(from: number, to: number, most: number): Counted {
    this.#stretch ??= stretchOf(typed(this.#db), this.projection.table, this.#shape);
    const rows = this.#stretch.all({ looking: this.#generation.looking, from, to, most });
    return { rows: rows.length, sum: this.#sumOf(rows.map(withoutLocal)), last: lastSubject(rows) };
  }

  #sumOf(rows: readonly RowFields[]): bigint {
    return rows.reduce((total, row) => addTerm(total, termOf(this.projection.name, row)), 0n);
  }
}

const everythingIn = (db: ReturnType<typeof drizzle>, table: SQLiteTable, generation: SQLiteColumn) =>
  db
    .select()
    .from(table)
    .where(lte(generation, sql.placeholder('looking')))
    .prepare();

const stretchOf = (db: ReturnType<typeof drizzle>, table: SQLiteTable, { generation, subject }: ProjectionShape) =>
  db
    .select()
    .from(table)
    .where(
      and(
        lte(generation, sql.placeholder('looking')),
        gt(subject, sql.placeholder('from')),
        lte(subject, sql.placeholder('to')),
      ),
    )
    .orderBy(subject)
    .limit(sql.placeholder('most'))
    .prepare();

/** `{column: value}` as conditions. Rows of one entity are found by their subjects, which stand side by side in the tree of subjects. */
export function equals({ table, under }: Projection, values: Readonly<Record<string, unknown>>): SQL[] {
  const { columns } = getTableConfig(table);
  const id = under && values[under.column];
  const from = under && typeof id === 'string' ? `${under.entity}/${id}/` : null;
  const range =
    from === null
      ? []
      : [sql`subject IN (SELECT n FROM subjects WHERE subject >= ${from} AND subject < ${`${from}\uffff`})`];
  const equal = Object.entries(values).flatMap(([name, value]) => {
    const column = columns.find((one) => one.name === name);
    return column ? [eq(column, value)] : [];
  });
  return [...range, ...equal];
}

const commonFields = ({ shown, heads }: Register): RowFields => ({
  event: shown.id,
  log: shown.header.log,
  seq: shown.header.seq,
  author: shown.header.author,
  wall: shown.header.wall,
  heads: heads.length,
});

const jsonOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? canonicalJson(value) : JSON.stringify(value);

/** As a column holds it: text and numbers as they are, everything else as its canonical JSON. */
function toSql(value: unknown, json: string): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : json;
}

function lastSubject(rows: readonly RowFields[]): number | null {
  const subject = rows.at(-1)?.subject;
  return typeof subject === 'number' ? subject : null;
}

const toTerm = (hash: string): bigint => BigInt(`0x${hash}`);

const withoutLocal = (row: RowFields): RowFields =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !LOCAL_COLUMNS.has(name)));
