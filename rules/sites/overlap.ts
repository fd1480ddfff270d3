import type { Outline } from '../../vocabulary/zone.ts';

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * How much of one outline lies in another, in m². The plane is cut at every corner and every crossing of edges; within a strip
 * no edge crosses another, so what both cover grows evenly and its middle gives its size. Outlines that only touch share nothing.
 */
export function overlap_m2(a: Outline, b: Outline): number {
  const [first, second] = [edgesOf(a), edgesOf(b)];
  const cuts = cutsOf([...first, ...second]);
  let area = 0;
  for (const [at, right] of cuts.entries()) {
    const left = cuts[at - 1];
    if (left === undefined) continue;
    const middle = (left + right) / 2;
    area += (right - left) * common(spansAt(first, middle), spansAt(second, middle));
  }
  return area / DM2_PER_M2;
}

const DM2_PER_M2 = 100;

/** Half the smallest square of the map: less is rounding, not work in a zone. */
const LEAST_M2 = 0.005;
export const meets = (a: Outline, b: Outline): boolean => overlap_m2(a, b) > LEAST_M2;

/** The area of one outline, in m². */
export const area_m2 = (outline: Outline): number => overlap_m2(outline, outline);

function edgesOf(outline: Outline): readonly Edge[] {
  return outline.map(([x, y], at): Edge => {
    const [nextX, nextY] = outline[(at + 1) % outline.length] ?? [x, y];
    return x <= nextX ? [x, y, nextX, nextY] : [nextX, nextY, x, y];
  });
}

function cutsOf(edges: readonly Edge[]): readonly number[] {
  const cuts = new Set(edges.flatMap(([x1, , x2]) => [x1, x2]));
  for (const [at, edge] of edges.entries())
    for (const other of edges.slice(at + 1)) {
      const x = crossingOf(edge, other);
      if (x !== null) cuts.add(x);
    }
  return [...cuts].sort((a, b) => a - b);
}

/** Where two edges cross, or null where they do not, are level with each other or stand upright. */
function crossingOf([ax, ay, bx, by]: Edge, [cx, cy, dx, dy]: Edge): number | null {
  const turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (turn === 0) return null;
  const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn;
  const x = ax + along * (bx - ax);
  return along < 0 || along > 1 || x < cx || x > dx ? null : x;
}

/** What an outline covers of an upright line: from each edge met to the next, by turns inside and outside. */
function spansAt(edges: readonly Edge[], x: number): readonly number[] {
  return edges
    .filter(([x1, , x2]) => x1 < x && x < x2)
    .map(([x1, y1, x2, y2]) => y1 + ((x - x1) / (x2 - x1)) * (y2 - y1))
    .sort((a, b) => a - b);
}

/** The length that two rows of spans share. */
function common(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < a.length; i += 2)
    for (let j = 0; j + 1 < b.length; j += 2)
      sum += Math.max(0, Math.min(a[i + 1] ?? 0, b[j + 1] ?? 0) - Math.max(a[i] ?? 0, b[j] ?? 0));
  return sum;
}
