import type { DecimalString } from '../../vocabulary/quantity.ts';
import { type Exact, exact } from '../decimal.ts';
import type { Table } from './pack.ts';

/** The row a size falls in: its figure, or null where the table has none, and the sizes it lies between. */
export function rowAt(
  table: Pick<Table, 'rows' | 'ends'>,
  size: Exact,
): { readonly value: DecimalString | null; readonly above: DecimalString | null; readonly upTo: DecimalString | null } {
  const at = table.rows.findIndex(
    ({ upTo }) => upTo === null || (table.ends === 'inclusive' ? size.lte(exact(upTo)) : size.lt(exact(upTo))),
  );
  const row = table.rows[at];
  const before = at < 0 ? table.rows.at(-1) : table.rows[at - 1];
  return { value: row?.value ?? null, above: before?.upTo ?? null, upTo: row?.upTo ?? null };
}

export const rowValue = (table: Pick<Table, 'rows' | 'ends'>, size: Exact): DecimalString | null =>
  rowAt(table, size).value;
