import type { ReactNode } from 'react';

/** What a column is sorted by; null stands as “—” and sorts last, whichever way. */
export type ListValue = string | number | null;

export interface ListColumn<R> {
  readonly key: string;
  readonly title: string;
  readonly value: (row: R) => ListValue;
  /** What is drawn; the value itself where it is left out. */
  readonly cell?: (row: R) => ReactNode;
  /** What the text filter looks through; the value itself where it is left out. */
  readonly look?: (row: R) => string;
  /** Numbers stand on the right. */
  readonly number?: boolean;
  /** In em of the table; columns without one share what is left. */
  readonly width?: number;
  /** The column whose cell stands beneath this one in the field layout; at desk width it has a place of its own. */
  readonly under?: string;
}

/** A chip: what it keeps and what it is called. The chip “all” is always there and first. */
export interface ListFilter<R> {
  readonly key: string;
  readonly words: string;
  readonly keeps: (row: R) => boolean;
}

export const ALL = 'all';

/** The columns with a place of their own: at desk width each, in the field those that stand under no other. */
export function placedColumns<R>(columns: readonly ListColumn<R>[], field: boolean): readonly ListColumn<R>[] {
  if (!field) return columns;
  const beneath = new Set(columns.map((column) => column.under));
  return columns.filter((column) => !beneath.has(column.key));
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Ascending; numbers as numbers, words as a Chinese dictionary has them. Empty ones are kept out by the caller. */
export function compareValues(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}

export const textOf = <R>(column: ListColumn<R>, row: R): string =>
  column.look ? column.look(row) : String(column.value(row) ?? '');

/** Upper and lower case, and full-width letters and digits, are the same to a person who looks for something. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();
export const holds = (text: string, wanted: string): boolean => plain(text).includes(plain(wanted.trim()));

/** How many rows a chip keeps, of all there are and whatever else is chosen. */
export const countKept = <R>(rows: readonly R[], filter: ListFilter<R>): number => rows.filter(filter.keeps).length;

/** The first and last row in sight, counted from 1; a row counts where at least half of it can be seen. */
export function rowsInSight(
  count: number,
  { offset, height, head, row }: { offset: number; height: number; head: number; row: number },
): { readonly from: number; readonly to: number } {
  if (count === 0) return { from: 0, to: 0 };
  const from = Math.min(count, Math.round(offset / row) + 1);
  const to = Math.round((offset + height - head) / row);
  return { from, to: Math.max(from, Math.min(count, to)) };
}

/** The row that `step` rows from the chosen one; the first where none is chosen. Stays within the list. */
export function neighbour(keys: readonly string[], chosen: string | null, step: 1 | -1): number {
  const at = chosen === null ? -1 : keys.indexOf(chosen);
  if (at < 0) return keys.length > 0 ? 0 : -1;
  return Math.min(keys.length - 1, Math.max(0, at + step));
}
