import {
  blob,
  integer,
  type SQLiteColumnBuilderBase,
  type SQLiteTable,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import type { Register } from './register.ts';

/** What every row says of the event it stands on. The first three are of this machine and not hashed. */
const commonColumns = {
  subject: integer().primaryKey(),
  hash: blob({ mode: 'buffer' }).notNull(),
  generation: integer().notNull(),
  event: text().notNull(),
  log: text().notNull(),
  seq: integer().notNull(),
  author: text().notNull(),
  wall: integer().notNull(),
  /** More than one: a conflict is open. */
  heads: integer().notNull(),
};

/** Column makers, so that a projection file needs one import. A `json` column holds the JCS of its value. */
export const column = {
  text: () => text(),
  id: () => text().notNull(),
  integer: () => integer(),
  flag: () => integer({ mode: 'boolean' }).notNull(),
  optionalJson: <T>() => text({ mode: 'json' }).$type<T>(),
  json: <T>() => text({ mode: 'json' }).$type<T>().notNull(),
};

export const projectionTable = <N extends string, C extends Record<string, SQLiteColumnBuilderBase>>(
  name: N,
  columns: C,
) => sqliteTable(`p_${name}`, { ...commonColumns, ...columns });

/** The fields a projection adds to the common ones; JSON-able, null for absent. */
export type RowFields = Readonly<Record<string, unknown>>;

/** A table that follows from the registers alone. Rows hold nothing of arrival and nothing computed from now. */
export interface Projection {
  readonly name: string;
  /** Raise on any change of `row` or `table`: the table is then dropped and rebuilt, never migrated. */
  readonly version: number;
  /** Types of the subjects it follows, or every subject. */
  readonly types: readonly string[] | 'every';
  readonly row: (register: Register) => RowFields | null;
  /** A subject of which one event is held has no row here. */
  readonly ofSeveral?: true;
  readonly table: SQLiteTable;
  /** The column that holds an id of which every subject of the table speaks first, as `inspection/<id>/…`: its rows are found by their subjects. */
  readonly under?: { readonly column: string; readonly entity: string };
  /** Columns of further indexes. */
  readonly indexes?: readonly string[];
  /** The column whose words can be searched for over the whole table. */
  readonly words?: string;
}

/** A row function that reads subjects of one shape, whose body fits; a body that does not fit has no row. */
export function rowFrom<S extends z.ZodType>(
  subject: RegExp,
  body: S,
  fields: (value: z.output<S>, ids: readonly string[]) => RowFields,
): Projection['row'] {
  return (register) => {
    const match = subject.exec(register.subject);
    if (!match) return null;
    const parsed = body.safeParse(register.value);
    return parsed.success
      ? fields(
          parsed.data,
          match.slice(1).map((id) => id ?? ''),
        )
      : null;
  };
}
