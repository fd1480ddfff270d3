import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Projection } from '../projections/projection.ts';

/** Columns of this machine alone; everything else in a row is hashed. */
export const LOCAL_COLUMNS: ReadonlySet<string> = new Set(['subject', 'hash', 'generation']);

/** Of the event a row stands on. */
const IDS: ReadonlySet<string> = new Set(['event', 'log', 'author']);

interface HashedColumn {
  readonly name: string;
  /** `"name":`, as it stands in the canonical form. */
  readonly label: string;
  /** It holds an id or nothing: there is nothing to escape in it. */
  readonly isId: boolean;
  /** Its place among the values of an INSERT. */
  readonly place: number;
}

/** What follows from a projection's table alone. */
export interface ProjectionShape {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly sql: string }[];
  /** The hashed columns in the order of their names, as the canonical form has them. */
  readonly hashed: readonly HashedColumn[];
  readonly places: Readonly<Record<'subject' | 'hash' | 'generation', number>>;
  readonly generation: SQLiteColumn;
  readonly subject: SQLiteColumn;
}

export const quoted = (name: string): string => `"${name}"`;

const known = new Map<Projection['table'], ProjectionShape>();

/** Worked out once, however many records are opened. */
export function shapeOf({ table }: Projection): ProjectionShape {
  const shape = known.get(table) ?? readShape(table);
  known.set(table, shape);
  return shape;
}

function readShape(table: Projection['table']): ProjectionShape {
  const { name, columns: all } = getTableConfig(table);
  const columns = all.map((column) => ({
    name: column.name,
    sql: `${quoted(column.name)} ${column.getSQLType()}${column.primary ? ' PRIMARY KEY' : column.notNull ? ' NOT NULL' : ''}`,
  }));
  const hashed = columns
    .map((column, place) => ({
      name: column.name,
      label: `${JSON.stringify(column.name)}:`,
      isId: IDS.has(column.name),
      place,
    }))
    .filter((column) => !LOCAL_COLUMNS.has(column.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const placeOf = (local: string) => columns.findIndex((column) => column.name === local);
  const places = { subject: placeOf('subject'), hash: placeOf('hash'), generation: placeOf('generation') };
  const generation = all[places.generation];
  const subject = all[places.subject];
  if (!generation || !subject) throw new Error(`${name} lacks a local column`);
  return { table: name, columns, hashed, places, generation, subject };
}
