import type { TestPoint } from '../../vocabulary/test-point.ts';
import { type Exact, exact } from '../decimal.ts';
import { type AreaKind, pointLayout } from '../gas/outburst-check-points.ts';
import type { FieldKey } from './fields.ts';
import { amountIn, type FieldValues } from './values.ts';

type Measured = Pick<TestPoint, 'no' | 'at_m' | 'content_m3PerT' | 'pressure_MPa'>;

/** One stretch of the tested area, how many points it must have and has. */
export interface Stretch {
  readonly from_m: string;
  readonly to_m: string;
  readonly needed: number;
  readonly found: number;
}

/** How the points of a unit lie. `unplaced` are those whose distance nobody gave. */
export interface PointsLaid {
  readonly measured: number;
  readonly unplaced: number;
  readonly stretches: readonly Stretch[];
  /** Beyond the tested area. */
  readonly outside: number;
  /** What is held against the number required: points beside each other do not stand for a stretch without any. */
  readonly counted: number | null;
}

/** All that tablets say of the points of a unit: while they disagree the largest of it is judged. */
export const everyPoint = (
  points: readonly (TestPoint & { readonly others: readonly TestPoint[] })[],
): readonly TestPoint[] => points.flatMap((point) => [point, ...point.others]);

const isMeasured = ({ content_m3PerT, pressure_MPa }: Measured): boolean =>
  content_m3PerT !== null || pressure_MPa !== null;

const areaKinds: readonly AreaKind[] = ['block', 'uncovering', 'strip-cross-holes', 'strip-in-seam-holes'];

/** The points by number: while tablets disagree on one it is one point all the same. */
const placesOf = (points: readonly Measured[]) =>
  [...Map.groupBy(points.filter(isMeasured), ({ no }) => no).values()].map(
    (same) => same.find(({ at_m }) => at_m !== null)?.at_m ?? null,
  );

/** Null where no point was measured. */
export function layPoints(points: readonly Measured[], values: FieldValues): PointsLaid | null {
  const places = placesOf(points);
  if (places.length === 0) return null;
  const kind = areaKinds.find((one) => one === values.areaKind);
  const [length, width] = [amountIn(values, 'areaLength_m'), amountIn(values, 'areaWidth_m')];
  const all = places.flatMap((at) => (at === null ? [] : [exact(at)])).sort((a, b) => a.cmp(b));
  const located = length === null ? all : all.filter((at) => at.lte(length));
  const [outside, unplaced] = [all.length - located.length, places.length - all.length];
  const measured = places.length - outside;
  if (!kind || length === null || width === null)
    return { measured, unplaced, outside, stretches: [], counted: measured };
  const { step_m: step, each, least } = pointLayout(kind, width);
  const stretches = step === null ? [] : stretchesOf(length, exact(step), each, located);
  const required = Math.max(least, stretches.length * each);
  const lacking = stretches.reduce((sum, { needed, found }) => sum + Math.max(0, needed - found), 0);
  const counted = countedOf({ measured, unplaced, lacking, required });
  return { measured, unplaced, outside, stretches, counted };
}

/** Points that lie nobody knows where decide nothing: the number is open while it depends on them. */
function countedOf(laid: { measured: number; unplaced: number; lacking: number; required: number }): number | null {
  const { measured, unplaced, lacking, required } = laid;
  const with_ = (gap: number) => (gap === 0 ? measured : Math.min(measured, required - gap));
  const [least, most] = [with_(lacking), with_(Math.max(0, lacking - unplaced))];
  return least >= required || most < required ? least : null;
}

/** A point on the border of two stretches stands for one of them, for the earlier while that still lacks one. */
function stretchesOf(length: Exact, step: Exact, needed: number, located: readonly Exact[]): readonly Stretch[] {
  let taken = 0;
  return Array.from({ length: length.div(step).ceil().toNumber() }, (_, index) => {
    const end = step.times(index + 1);
    const to = end.gte(length) ? length : end;
    const rest = located.slice(taken);
    const inside = rest.filter((at) => at.lt(to)).length;
    const border = rest.filter((at) => at.eq(to)).length;
    const found = inside + (to.eq(length) ? border : Math.min(border, Math.max(0, needed - inside)));
    taken += found;
    return { from_m: step.times(index).toFixed(), to_m: to.toFixed(), needed, found };
  });
}

/** The figures of a unit with what its points say: of each the largest known, of their number the smaller (约定). */
export function withPoints(values: FieldValues, points: readonly Measured[]): FieldValues {
  const laid = layPoints(points, values);
  if (laid === null) return values;
  const typed = values.testPoints;
  const fewest = typeof typed === 'number' && laid.counted !== null ? Math.min(typed, laid.counted) : laid.counted;
  return {
    ...values,
    ...largest(values, 'residualPressure_MPa', points, 'pressure_MPa'),
    ...largest(values, 'measuredContent_m3PerT', points, 'content_m3PerT'),
    testPoints: fewest,
  };
}

type Of = 'pressure_MPa' | 'content_m3PerT';

/** The point with the largest of one figure; null where none was measured. */
export const highestPoint = <P extends Measured>(points: readonly P[], of: Of): P | null =>
  points.filter((point) => point[of] !== null).toSorted((a, b) => exact(b[of] ?? 0).cmp(a[of] ?? 0))[0] ?? null;

/** A figure stays as it was written, with its last nought. */
function largest(values: FieldValues, field: FieldKey, points: readonly Measured[], of: Of): FieldValues {
  const highest = highestPoint(points, of)?.[of] ?? null;
  const typed = amountIn(values, field);
  return highest === null || typed?.gte(highest) ? {} : { [field]: highest };
}

/** A length of the face that failing points condemn. */
export interface Condemned {
  readonly from_m: string;
  readonly to_m: string;
}

/** Where points break the figures an outburst verdict held them against, with the reach of each; overlapping reaches are one. */
export function condemnedBy(
  points: readonly Measured[],
  limits: { readonly pressure_MPa: string; readonly content_m3PerT: string; readonly radius_m: number },
  length_m: string | null,
): readonly Condemned[] {
  const fails = (point: Measured) =>
    exact(point.pressure_MPa ?? -1).gte(limits.pressure_MPa) ||
    exact(point.content_m3PerT ?? -1).gte(limits.content_m3PerT);
  const centres = points.flatMap((point) => (point.at_m !== null && fails(point) ? [exact(point.at_m)] : []));
  const merged: { from: Exact; to: Exact }[] = [];
  for (const at of centres.sort((a, b) => a.cmp(b))) {
    const last = merged.at(-1);
    const reach = { from: at.minus(limits.radius_m), to: at.plus(limits.radius_m) };
    if (last?.to.gte(reach.from)) last.to = reach.to;
    else merged.push(reach);
  }
  return merged.map(({ from, to }) => ({
    from_m: (from.isNegative() ? exact(0) : from).toFixed(),
    to_m: (length_m !== null && to.gt(length_m) ? exact(length_m) : to).toFixed(),
  }));
}
