import type { Hole, HoleGroup } from '../../../../rules/sites/holes.ts';

/** Everything of a sketch in metres: x to the right (or along the heading), y upwards. */
export interface Sketch {
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    readonly x_m: number;
    readonly y_m: number;
    readonly side: boolean;
  }[];
  readonly left_m: number;
  readonly right_m: number;
  readonly bottom_m: number;
  readonly top_m: number;
}

const ROOM = 0.08;
/** A section is at least this high for its length, so that its names have room. */
const FLATTEST = 0.3;

/** The frame around points, with a margin; the mouth of the holes is the origin and always inside. */
function framed(lines: Sketch['lines'], least: { readonly x_m: number; readonly y_m: number }): Sketch {
  const xs = [0, ...lines.map((line) => line.x_m)];
  const ys = [0, ...lines.map((line) => line.y_m)];
  const width = Math.max(least.x_m, Math.max(...xs) - Math.min(...xs));
  const height = Math.max(least.y_m, Math.max(...ys) - Math.min(...ys));
  const room = Math.max(width, height) * ROOM;
  const middle = (Math.max(...xs) + Math.min(...xs)) / 2;
  const low = (Math.max(...ys) + Math.min(...ys)) / 2;
  return {
    lines,
    left_m: middle - width / 2 - room,
    right_m: middle + width / 2 + room,
    bottom_m: low - height / 2 - room,
    top_m: low + height / 2 + room,
  };
}

const line = (hole: Hole, x_m: number, y_m: number) => ({
  key: hole.partId,
  name: hole.name,
  x_m,
  y_m,
  side: hole.isSide,
});

/** From above: the heading points upwards. */
export const planOf = ({ holes }: HoleGroup, width_m: number): Sketch =>
  framed(
    holes.map((hole) => line(hole, hole.right_m, hole.ahead_m)),
    { x_m: width_m * 2, y_m: 10 },
  );

/** From the side: the heading points to the right. */
export const sectionOf = ({ holes }: HoleGroup): Sketch =>
  framed(
    holes.map((hole) => line(hole, hole.ahead_m, hole.up_m)),
    { x_m: 10, y_m: Math.max(6, ...holes.map(({ ahead_m }) => ahead_m * FLATTEST)) },
  );

export interface EndLabel {
  readonly key: string;
  readonly text: string;
  readonly x_m: number;
  readonly y_m: number;
}

/** Names at the ends; ends that lie too close to be told apart share one label. */
export function labelsOf({ lines }: Pick<Sketch, 'lines'>, near_m: number): readonly EndLabel[] {
  const labels: EndLabel[] = [];
  for (const { key, name, x_m, y_m } of lines) {
    const at = labels.findIndex((label) => Math.hypot(label.x_m - x_m, label.y_m - y_m) < near_m);
    const known = labels[at];
    if (known) labels[at] = { ...known, text: `${known.text} ${name}` };
    else labels.push({ key, text: name, x_m, y_m });
  }
  return labels;
}

const steps = [1, 2, 5, 10, 20, 50, 100, 200] as const;

/** A round length for the scale bar, about a quarter of the picture. */
export const barOf = ({ left_m, right_m }: Sketch): number =>
  steps.findLast((step) => step <= (right_m - left_m) / 3) ?? steps[0];
