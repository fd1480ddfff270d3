import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import type { MarkKind } from '../../marks/mark-kind.ts';
import { verdictMark } from '../../marks/verdict-mark.ts';

/** The rows of one group at one place, as the list shows them together. */
export interface Section {
  readonly key: string;
  readonly group: string;
  readonly placeId: string | null;
  readonly rows: readonly SheetRow[];
}

/** Names one row: an item, at a place where it repeats. */
export const rowKey = (row: { readonly itemId: string; readonly placeId: string | null }): string =>
  `${row.itemId}@${row.placeId ?? ''}`;

/**
 * The rows by place in walking order, then by group: the whole mine first, and nobody walks back for a group. Groups keep the order
 * in which the sheet first names them, rows keep theirs. A place that is no longer of the inspection comes last.
 */
export function sectionsOf(sheet: InspectionSheet, groupOf: (itemId: string) => string): Section[] {
  const places = new Set([
    null,
    ...sheet.places.map((place) => place.placeId),
    ...sheet.rows.map((row) => row.placeId),
  ]);
  const groups = [...new Set(sheet.rows.map((row) => groupOf(row.itemId)))];
  return [...places].flatMap((placeId) =>
    groups.flatMap((group) => {
      const rows = sheet.rows.filter((row) => groupOf(row.itemId) === group && row.placeId === placeId);
      return rows.length === 0 ? [] : [{ key: `${group}@${placeId ?? ''}`, group, placeId, rows }];
    }),
  );
}

export const isAnswered = (row: SheetRow): boolean => row.status !== 'unanswered';

/** The mark of a row: a conflict shows before any answer, a pass without its evidence shows as unknown. */
export const rowMark = (row: SheetRow): MarkKind => (row.conflict ? 'conflict' : verdictMark(row.status, row.severity));

/** A pass that lacks what its row asks: 合格·缺凭据. */
export const lacksEvidence = (row: SheetRow): boolean =>
  row.answer?.outcome === 'pass' && row.missingEvidence.length > 0;

/** The row to open: the one asked for, else the first open one at the place one stands, else the first open one. */
export function firstRow(
  rows: readonly SheetRow[],
  asked: { readonly itemId: string | null; readonly placeId: string | null } | null,
  here: string | null,
): SheetRow | null {
  const open = rows.filter((row) => !isAnswered(row));
  const atPlace = asked && rows.filter((row) => row.placeId === asked.placeId);
  const wanted = asked?.itemId
    ? rows.find((row) => rowKey(row) === rowKey({ itemId: asked.itemId ?? '', placeId: asked.placeId }))
    : null;
  if (wanted) return wanted;
  if (atPlace && atPlace.length > 0) return atPlace.find((row) => !isAnswered(row)) ?? atPlace[0] ?? null;
  return open.find((row) => row.placeId !== null && row.placeId === here) ?? open[0] ?? rows[0] ?? null;
}

/** The neighbour in the order of the list; null at its end. */
export function neighbour(rows: readonly SheetRow[], key: string, by: 1 | -1): SheetRow | null {
  const at = rows.findIndex((row) => rowKey(row) === key);
  return at < 0 ? null : (rows[at + by] ?? null);
}
