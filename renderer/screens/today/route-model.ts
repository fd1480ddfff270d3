import type { InspectionSheet, SheetRow } from '../../../electron/ports/inspection-models.ts';
import { isSamePerson } from '../../../electron/ports/team-models.ts';
import { findItem } from '../../../rules/checklist/registry.ts';
import { checkerOf } from '../../live/team.ts';
import type { MarkKind } from '../../marks/mark-kind.ts';

/** One stop of the walk through the mine. `placeId` is null for what concerns the whole mine. */
export interface Stop {
  readonly placeId: string | null;
  readonly name: string | null;
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly here: boolean;
  /** The name of the officer who checks this place; null where anybody may. */
  readonly checker: string | null;
  readonly mark: MarkKind;
}

const isDone = (row: SheetRow): boolean => row.status !== 'unanswered';

function stopMark(rows: readonly SheetRow[], here: boolean): MarkKind {
  if (here) return 'current';
  if (rows.some((row) => row.status === 'fail' && row.severity === 'major')) return 'failMajor';
  if (rows.some((row) => row.status === 'fail')) return 'fail';
  if (rows.length === 0 || rows.some((row) => !isDone(row))) return 'unanswered';
  return rows.some((row) => row.status === 'unknown') ? 'unknown' : 'pass';
}

/** The places in walking order with what was done at each; the whole mine first where rows belong to it. */
export function routeOf(sheet: InspectionSheet): Stop[] {
  const stop = (placeId: string | null, name: string | null): Stop => {
    const rows = sheet.rows.filter((row) => row.placeId === placeId);
    const here = placeId !== null && placeId === sheet.currentPlace;
    return {
      placeId,
      name,
      done: rows.filter(isDone).length,
      total: rows.length,
      failed: rows.filter((row) => row.status === 'fail').length,
      here,
      checker: placeId === null ? null : (checkerOf(sheet.team, '', placeId)?.name ?? null),
      mark: stopMark(rows, here),
    };
  };
  const whole = stop(null, null);
  const stops = sheet.places.map((place) => stop(place.placeId, place.name));
  return whole.total > 0 ? [whole, ...stops] : stops;
}

/**
 * The next row without an answer: where one stands first, then in order; what another officer checks only when nothing else is left.
 */
export function nextOpen(sheet: InspectionSheet, me?: Parameters<typeof isSamePerson>[1]): SheetRow | null {
  const open = sheet.rows.filter((row) => !isDone(row));
  const own = open.filter((row) => {
    const checker = checkerOf(sheet.team, findItem(row.itemId)?.group ?? '', row.placeId);
    return checker === null || isSamePerson(checker, me);
  });
  const first = own.length > 0 ? own : open;
  return first.find((row) => row.placeId === sheet.currentPlace && row.placeId !== null) ?? first[0] ?? null;
}
