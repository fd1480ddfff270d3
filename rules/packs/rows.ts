import { type Exact, exact } from '../decimal.ts';
import type { Table } from './pack.ts';

/** The value of the row a size falls in, or null where the table has no figure for it. */
export function rowValue(table: Pick<Table, 'rows' | 'ends'>, size: Exact): string | null {
  const row = table.rows.find(
    ({ upTo }) => upTo === null || (table.ends === 'inclusive' ? size.lte(exact(upTo)) : size.lt(exact(upTo))),
  );
  return row?.value ?? null;
}
