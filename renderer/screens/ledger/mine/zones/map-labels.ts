import type { Outline } from '../../../../../vocabulary/zone.ts';
import { middleOf } from './map-model.ts';

export interface Labelled {
  readonly key: string;
  readonly outline: Outline;
  readonly text: string;
}
/** The middle of a name at the foot of its letters. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where each name stands: inside its outline, or beside it where there it would lie across a border or another name. */
export function placeLabels(areas: readonly Labelled[], size: number): ReadonlyMap<string, LabelPlace> {
  const edges = areas.flatMap(({ outline }) => edgesOf(outline));
  const taken: Box[] = [];
  return new Map(
    areas.map(({ key, outline, text }) => {
      const width = widthOf(text, size);
      const weighed = candidates(outline, width, size).map((place) => {
        const box = boxAt(place, width, size);
        const crossed = edges.filter((edge) => crosses(edge, box)).length;
        return { place, box, cost: crossed + taken.filter((other) => overlap(box, other)).length };
      });
      const best = weighed.reduce((least, one) => (one.cost < least.cost ? one : least));
      taken.push(best.box);
      return [key, best.place] as const;
    }),
  );
}

/** Latin letters and digits are about half as wide as Chinese ones. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.6 : 1), 0) * size;

const boxAt = ({ x, y }: LabelPlace, width: number, size: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - size,
  bottom: y + size * 0.2,
});

/** The middle first, then a little up and down, then above, below, left and right of the outline. */
function candidates(outline: Outline, width: number, size: number): LabelPlace[] {
  const [x, y] = middleOf(outline);
  const [xs, ys] = [outline.map(([one]) => one), outline.map(([, one]) => one)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const beside = size * 0.5;
  const middle = (top + bottom) / 2 + size * 0.35;
  return [
    { x, y },
    { x, y: y - size * 1.6 },
    { x, y: y + size * 1.6 },
    { x, y: top - beside },
    { x, y: bottom + size + beside },
    { x: left - beside - width / 2, y: middle },
    { x: right + beside + width / 2, y: middle },
    { x: left - beside - width / 2, y: top - beside },
    { x: right + beside + width / 2, y: bottom + size + beside },
  ];
}

type Edge = readonly [Outline[number], Outline[number]];
const edgesOf = (outline: Outline): Edge[] =>
  outline.flatMap((point, at): Edge[] => {
    const next = outline[(at + 1) % outline.length];
    return next ? [[point, next]] : [];
  });

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a border runs through a box: what of it lies between the four sides is more than nothing (Liang–Barsky). */
function crosses([[x1, y1], [x2, y2]]: Edge, { left, top, right, bottom }: Box): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let [from, to] = [0, 1];
  for (const [toward, room] of [
    [-dx, x1 - left],
    [dx, right - x1],
    [-dy, y1 - top],
    [dy, bottom - y1],
  ] as const) {
    if (toward === 0 && room < 0) return false;
    if (toward < 0) from = Math.max(from, room / toward);
    if (toward > 0) to = Math.min(to, room / toward);
  }
  return from <= to;
}
