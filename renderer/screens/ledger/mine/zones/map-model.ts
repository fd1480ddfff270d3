import type { MineZones } from '../../../../../electron/ports/zone-models.ts';
import type { Outline, ZoneMap } from '../../../../../vocabulary/zone.ts';

/** A part of the map in decimetres, to the right and downwards. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Point = Outline[number];

/** How many decimetres one pixel of the plan is. */
export function pixel_dm({ scale: { a_px, b_px, distance_m } }: Pick<ZoneMap, 'scale'>): number {
  const apart = Math.hypot(a_px[0] - b_px[0], a_px[1] - b_px[1]);
  return apart === 0 ? 1 : (distance_m * DM) / apart;
}

const DM = 10;
/** A map without anything on it: a kilometre across. */
const EMPTY: Frame = { x: 0, y: 0, width: 10_000, height: 7000 };
const ROOM = 0.1;

/** What of the map is shown: the plan where there is one, with everything drawn. */
export function frameOf({ zones, works, map }: Pick<MineZones, 'zones' | 'works' | 'map'>): Frame {
  const points: Point[] = [
    ...zones.flatMap(({ zone }) => zone.outline_dm ?? []),
    ...works.flatMap(({ work }) => work.outline_dm),
  ];
  if (map) {
    const size = pixel_dm(map.map);
    points.push([0, 0], [map.map.width_px * size, map.map.height_px * size]);
  }
  if (points.length === 0) return EMPTY;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const room = map ? 0 : Math.max(width, height, 1000) * ROOM;
  return { x: left - room, y: top - room, width: width + 2 * room, height: height + 2 * room };
}

const steps_m = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000] as const;

/** The width of a square of the grid in metres: about twelve fit across. */
export const gridOf = ({ width }: Frame): number =>
  steps_m.find((step) => width / (step * DM) <= 14) ?? steps_m[steps_m.length - 1] ?? 1;

/** The corner of the grid next to a point, or the point itself to the decimetre where a plan lies under it. */
export function snapped([x, y]: readonly [number, number], grid_m: number, hasPlan: boolean): Point {
  const step = hasPlan ? 1 : (grid_m * DM) / 2;
  return [Math.round(x / step) * step, Math.round(y / step) * step];
}

/** The side that fills the screen: a plan that stands upright is shown smaller, and its names and taps must not be. */
export const spanOf = ({ width, height }: Pick<Frame, 'width' | 'height'>): number => Math.max(width, height);

/** A tap so near to the first corner closes the outline. */
export const closes = (points: readonly Point[], [x, y]: readonly [number, number], frame: Frame): boolean => {
  const [first] = points;
  return points.length >= 3 && first !== undefined && Math.hypot(first[0] - x, first[1] - y) < spanOf(frame) * 0.02;
};

/** Where a name stands: the middle of the corners. */
export const middleOf = (outline: Outline): Point => [
  outline.reduce((sum, [x]) => sum + x, 0) / outline.length,
  outline.reduce((sum, [, y]) => sum + y, 0) / outline.length,
];
