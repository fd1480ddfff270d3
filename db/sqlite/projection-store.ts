import { and, eq, lte, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { canonicalJson } from '../log/canonical-json.ts';
import { sha256 } from '../log/sha256.ts';
import type { Projection, RowFields } from '../projections/projection.ts';
import type { Register } from '../projections/register.ts';
import { termOf } from '../projections/state-hash.ts';
import { searchText } from '../projections/words.ts';
import type { Generation } from './generation.ts';
import type { SqliteDatabase } from './open-database.ts';
import type { RowSubject } from './subject-numbers.ts';
import type { Sums } from './sums.ts';

/** Columns of this machine alone; everything else in a row is hashed. */
const LOCAL_COLUMNS = new Set(['subject', 'hash', 'generation']);

interface Held {
  readonly hash: Buffer;
  readonly generation: number;
}

interface HashedColumn {
  readonly name: string;
  /** `"name":`, as it stands in the canonical form. */
  readonly label: string;
  /** Its place among the values of an INSERT. */
  readonly place: number;
}

/** A row as it is written and hashed. */
interface PrintedRow {
  readonly values: (string | number | Buffer | null)[];
  readonly hash: string;
  /** The text whose words can be searched for. */
  readonly words?: string;
}

const quoted = (name: string) => `"${name}"`;

/** The table of one projection, kept in step with the registers and with the state hash. */
export class ProjectionStore {
  readonly projection: Projection;
  readonly #db: SqliteDatabase;
  readonly #drizzle;
  readonly #sums: Sums;
  readonly #generation: Generation;
  readonly #columns: readonly { readonly name: string; readonly sql: string }[];
  /** The hashed columns in the order of their names, as the canonical form has them. */
  readonly #hashed: readonly HashedColumn[];
  readonly #places: Readonly<Record<'subject' | 'hash' | 'generation', number>>;
  readonly #table: string;
  readonly #statements;
  /** Prepared at the first counting: building the question costs more than a small table's answer. */
  #counted: ReturnType<typeof everythingIn> | undefined;

  constructor(db: SqliteDatabase, sums: Sums, generation: Generation, projection: Projection) {
    this.#db = db;
    this.#drizzle = drizzle(db);
    this.#sums = sums;
    this.#generation = generation;
    this.projection = projection;
    const { name, columns } = getTableConfig(projection.table);
    this.#table = name;
    this.#columns = columns.map((column) => ({
      name: column.name,
      sql: `${quoted(column.name)} ${column.getSQLType()}${column.primary ? ' PRIMARY KEY' : column.notNull ? ' NOT NULL' : ''}`,
    }));
    this.#hashed = this.#columns
      .map((column, place) => ({ name: column.name, label: `${JSON.stringify(column.name)}:`, place }))
      .filter((column) => !LOCAL_COLUMNS.has(column.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const placeOf = (local: string) => this.#columns.findIndex((column) => column.name === local);
    this.#places = { subject: placeOf('subject'), hash: placeOf('hash'), generation: placeOf('generation') };
    if (this.#sums.read(projection.name).version !== projection.version || !this.#exists()) this.clear();
    const names = this.#columns.map((column) => column.name);
    const table = quoted(name);
    this.#statements = {
      hash: db.prepare<[number], Held>(`SELECT hash, generation FROM ${table} WHERE subject = ?`),
      put: db.prepare(
        `INSERT OR REPLACE INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ),
      remove: db.prepare(`DELETE FROM ${table} WHERE subject = ?`),
      removeAllAhead: db.prepare(`DELETE FROM ${table} WHERE generation > ?`),
      ...this.#wordStatements(table),
    };
  }

  get #wordTable(): string {
    return `w_${this.projection.name}`;
  }

  /** What keeps the search table in step; nothing where the projection has none. */
  #wordStatements(table: string) {
    if (this.projection.words === undefined) return { putWords: null, removeWords: null, removeWordsAhead: null };
    const words = quoted(this.#wordTable);
    return {
      putWords: this.#db.prepare(`INSERT OR REPLACE INTO ${words} (rowid, runs) VALUES (?, ?)`),
      removeWords: this.#db.prepare(`DELETE FROM ${words} WHERE rowid = ?`),
      removeWordsAhead: this.#db.prepare(
        `DELETE FROM ${words} WHERE rowid IN (SELECT subject FROM ${table} WHERE generation > ?)`,
      ),
    };
  }

  #column(name: string) {
    const column = getTableConfig(this.projection.table).columns.find((one) => one.name === name);
    if (!column) throw new Error(`no column ${name}`);
    return column;
  }

  #exists(): boolean {
    return (
      this.#db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(this.#table) !== undefined
    );
  }

  /** Drops every row and makes the table anew in the shape of this build. */
  clear(): void {
    const { indexes = [], words } = this.projection;
    this.#db.exec(`DROP TABLE IF EXISTS ${quoted(this.#table)};
      CREATE TABLE ${quoted(this.#table)} (${this.#columns.map((column) => column.sql).join(', ')});`);
    for (const [at, columns] of indexes.entries()) {
      this.#db.exec(`CREATE INDEX ${quoted(`${this.#table}_${at}`)} ON ${quoted(this.#table)} (${columns})`);
    }
    if (words !== undefined) {
      this.#db.exec(`DROP TABLE IF EXISTS ${quoted(this.#wordTable)};
        CREATE VIRTUAL TABLE ${quoted(this.#wordTable)} USING fts5(runs, content='', contentless_delete=1);`);
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
    if (old !== null) this.#sums.subtract(this.projection.name, toTerm(old));
    if (row) this.#put(subject, row);
    else this.#remove(subject);
    if (row?.words !== undefined) this.#statements.putWords?.run(subject, searchText(row.words));
  }

  /** Puts the row of a subject as it stands into the sum, in place of the one that followed from the register before. */
  sumAgain(subject: number, before: Register | null): void {
    const was = (before && this.#rowOf(before)?.hash) ?? null;
    const now = this.#oldHash(subject);
    if (was === now) return;
    if (was !== null) this.#sums.subtract(this.projection.name, toTerm(was));
    if (now !== null) this.#sums.add(this.projection.name, toTerm(now));
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
    const values: PrintedRow['values'] = new Array(this.#columns.length).fill(null);
    let text = `${this.projection.name}\n`;
    let mark = '{';
    for (const { name, label, place } of this.#hashed) {
      const value = row[name];
      const json = typeof value === 'object' && value !== null ? canonicalJson(value) : JSON.stringify(value);
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

  #put(subject: number, { values, hash }: PrintedRow): void {
    this.#sums.add(this.projection.name, toTerm(hash));
    values[this.#places.subject] = subject;
    values[this.#places.hash] = Buffer.from(hash, 'hex');
    values[this.#places.generation] = this.#generation.looking;
    this.#statements.put.run(values);
  }

  /** The typed rows that fit, without the local columns. */
  read(where?: SQL): RowFields[] {
    const counts = lte(this.#column('generation'), this.#generation.looking);
    return this.#drizzle.select().from(this.projection.table).where(and(counts, where)).all().map(withoutLocal);
  }

  /** The sum as the rows themselves give it, read back through the typed columns: must equal the running sum. */
  recount(): { readonly rows: number; readonly sum: bigint } {
    this.#counted ??= everythingIn(this.#drizzle, this.projection.table, this.#column('generation'));
    const rows = this.#counted.all({ looking: this.#generation.looking }).map(withoutLocal);
    const sum = rows.reduce((total, row) => (total + termOf(this.projection.name, row)) % (1n << 256n), 0n);
    return { rows: rows.length, sum };
  }
}

const everythingIn = (db: ReturnType<typeof drizzle>, table: SQLiteTable, generation: SQLiteColumn) =>
  db
    .select()
    .from(table)
    .where(lte(generation, sql.placeholder('looking')))
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

/** As a column holds it: text and numbers as they are, everything else as its canonical JSON. */
function toSql(value: unknown, json: string): string | number | null {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'boolean' ? Number(value) : json;
}

const toTerm = (hash: string): bigint => BigInt(`0x${hash}`);

const withoutLocal = (row: RowFields): RowFields =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !LOCAL_COLUMNS.has(name)));
