import type { Outline, ZoneType } from '../../vocabulary/zone.ts';
import { meets } from './overlap.ts';

/** How many faces and headings of a mine work in deferred and in forbidden zones. */
export interface ZoneCount {
  readonly deferred: number;
  readonly forbidden: number;
}

export interface DrawnZone {
  readonly type: ZoneType;
  readonly outline_dm: Outline | null;
}

/** Counted off the map; null while a zone is not drawn or no work is: then nobody can say that none is inside. */
export function countWork(zones: readonly DrawnZone[], works: readonly Outline[]): ZoneCount | null {
  const drawn = zones.flatMap(({ type, outline_dm }) => (outline_dm ? [{ type, outline_dm }] : []));
  if (works.length === 0 || zones.length === 0 || drawn.length < zones.length) return null;
  const inside = (type: ZoneType) =>
    works.filter((work) => drawn.some((zone) => zone.type === type && meets(work, zone.outline_dm))).length;
  return { deferred: inside('deferred'), forbidden: inside('forbidden') };
}
