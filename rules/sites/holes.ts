import { type DecimalString, decimalString } from '../../vocabulary/quantity.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import type { SitePart } from './site.ts';

/** A hole from the middle of the face: how far its end lies ahead, to the right and above, in metres. */
export interface Hole {
  readonly partId: string;
  readonly name: string;
  readonly ahead_m: number;
  readonly right_m: number;
  readonly up_m: number;
  readonly towardsWater: boolean;
  /** A hole for the sides (帮孔): it covers the ribs and says nothing of how far one may drive. */
  readonly isSide: boolean;
}

/** What the holes of one site come to. `unfinished` holes lack angle, dip or depth: then nothing of the whole is known. */
export interface HoleGroup {
  readonly holes: readonly Hole[];
  readonly unfinished: readonly string[];
  /** The shortest projection on the heading of the holes ahead, rounded down to 0.1 m. */
  readonly projected_m: DecimalString | null;
  /** The widest gap between ends next to each other in plan, rounded up to 0.1 m. */
  readonly horizontal_m: DecimalString | null;
  /** The widest gap between ends above each other, rounded up to 0.1 m. */
  readonly vertical_m: DecimalString | null;
  /** How far the outermost ends lie from the axis, to the left and to the right. */
  readonly left_m: number;
  readonly right_m: number;
}

/** From this angle to the heading on a hole is one for the sides. A default of the product, not of a document (默认). */
export const SIDE_FROM_DEG = 45;

const ROUNDING = 1e-6;
const tenths = (tenth: number): DecimalString => decimalString.parse((tenth / 10).toFixed(1));
/** Down to 0.1 m: a lead or a depth is never made longer. */
export const roundedDown = (metres: number): DecimalString => tenths(Math.floor(metres * 10 + ROUNDING));
/** Up to 0.1 m: a gap is never made smaller. */
export const roundedUp = (metres: number): DecimalString => tenths(Math.ceil(metres * 10 - ROUNDING));

const numberOf = (value: FactValue | undefined): number | null =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? Number(value) : null;

/** The end of a hole, or null while its angle, dip or depth is not known. */
export function holeOf({ partId, facts }: SitePart): Hole | null {
  const bearing = numberOf(facts.bearing_deg);
  const dip = numberOf(facts.dip_deg);
  const depth = numberOf(facts.depth_m);
  if (bearing === null || dip === null || depth === null) return null;
  const flat = depth * Math.cos(radians(dip));
  return {
    partId,
    name: nameOf(facts.name),
    ahead_m: flat * Math.cos(radians(bearing)),
    right_m: flat * Math.sin(radians(bearing)),
    up_m: depth * Math.sin(radians(dip)),
    towardsWater: facts.towardsWater === true,
    isSide: Math.abs(bearing) >= SIDE_FROM_DEG,
  };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const nameOf = (value: FactValue | undefined): string => (typeof value === 'string' ? value : '');

export function holeGroup(parts: readonly SitePart[]): HoleGroup {
  const all = parts.filter(({ kind }) => kind === 'hole');
  const holes = all.flatMap((part) => holeOf(part) ?? []);
  const unfinished = all.filter((part) => holeOf(part) === null).map(({ facts }) => nameOf(facts.name));
  const ahead = holes.filter(({ isSide }) => !isSide);
  const known = unfinished.length === 0;
  const columns = columnsOf(ahead);
  const reach = (side: 1 | -1) => Math.max(0, ...holes.map(({ right_m }) => side * right_m));
  const [first] = ahead;
  return {
    holes,
    unfinished,
    projected_m: known && first ? roundedDown(Math.min(...ahead.map(({ ahead_m }) => ahead_m))) : null,
    horizontal_m: known ? widest(columns.map(middleOf), planGap) : null,
    vertical_m: known ? widestOf(columns.map((column) => widestGap(byHeight(column), heightGap))) : null,
    left_m: reach(-1),
    right_m: reach(1),
  };
}

/** Holes in the same direction stand above each other; the columns from left to right. */
function columnsOf(holes: readonly Hole[]): readonly (readonly Hole[])[] {
  const columns = Map.groupBy(holes, ({ ahead_m, right_m }) =>
    Math.round((Math.atan2(right_m, ahead_m) * 1800) / Math.PI),
  );
  return [...columns].toSorted(([a], [b]) => a - b).map(([, column]) => column);
}

/** Of a column the hole nearest to the level of the face. */
const middleOf = (column: readonly Hole[]): Hole =>
  column.reduce((nearest, hole) => (Math.abs(hole.up_m) < Math.abs(nearest.up_m) ? hole : nearest));

const byHeight = (column: readonly Hole[]) => column.toSorted((a, b) => a.up_m - b.up_m);
const planGap = (a: Hole, b: Hole): number => Math.hypot(a.ahead_m - b.ahead_m, a.right_m - b.right_m);
const heightGap = (a: Hole, b: Hole): number => Math.abs(a.up_m - b.up_m);

function widestGap(holes: readonly Hole[], gap: (a: Hole, b: Hole) => number): number | null {
  const gaps = holes.slice(1).map((hole, at) => gap(holes[at] ?? hole, hole));
  return gaps.length === 0 ? null : Math.max(...gaps);
}

const widest = (holes: readonly Hole[], gap: (a: Hole, b: Hole) => number): DecimalString | null =>
  widestOf([widestGap(holes, gap)]);

function widestOf(gaps: readonly (number | null)[]): DecimalString | null {
  const known = gaps.filter((gap) => gap !== null);
  return known.length === 0 ? null : roundedUp(Math.max(...known));
}
