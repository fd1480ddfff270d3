import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outline } from '../../vocabulary/zone.ts';
import { area_m2, meets, overlap_m2 } from './overlap.ts';

const square = (x: number, y: number, size: number): Outline => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
];
/** A star around a middle: any such outline is simple, convex or not. */
const star = fc
  .record({
    x: fc.integer({ min: -500, max: 500 }),
    y: fc.integer({ min: -500, max: 500 }),
    radii: fc.array(fc.integer({ min: 20, max: 400 }), { minLength: 3, maxLength: 9 }),
  })
  .map(({ x, y, radii }) =>
    radii.map((radius, at): [number, number] => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
    }),
  );
const moved = (outline: Outline, dx: number, dy: number): Outline => outline.map(([x, y]) => [x + dx, y + dy]);
const shoelace = (outline: Outline): number =>
  Math.abs(
    outline.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = outline[(at + 1) % outline.length] ?? [0, 0];
      return sum + x * nextY - nextX * y;
    }, 0),
  ) / 200;

describe('what two outlines share', () => {
  test('of squares is the square they share; touching is not sharing', () => {
    expect(overlap_m2(square(0, 0, 100), square(50, 50, 100))).toBeCloseTo(25, 9);
    expect(overlap_m2(square(0, 0, 100), square(20, 20, 10))).toBeCloseTo(1, 9);
    expect(meets(square(0, 0, 100), square(100, 0, 100))).toBe(false);
    expect(meets(square(0, 0, 100), square(100, 100, 100))).toBe(false);
    expect(meets(square(0, 0, 100), square(99, 99, 100))).toBe(true);
  });

  test('knows a bay: what lies in it is outside', () => {
    const bay: Outline = [
      [0, 0],
      [300, 0],
      [300, 100],
      [100, 100],
      [100, 200],
      [300, 200],
      [300, 300],
      [0, 300],
    ];
    expect(meets(bay, square(150, 110, 80))).toBe(false);
    expect(overlap_m2(bay, square(50, 110, 80))).toBeCloseTo(40, 9);
  });

  test('an outline shares all of itself with itself', () => {
    fc.assert(
      fc.property(star, (outline) => {
        expect(area_m2(outline)).toBeCloseTo(shoelace(outline), 4);
      }),
    );
  });

  test('is the same from either side and wherever both are moved, and never more than either has', () => {
    fc.assert(
      fc.property(star, star, fc.integer({ min: -900, max: 900 }), (a, b, by) => {
        const shared = overlap_m2(a, b);
        expect(overlap_m2(b, a)).toBeCloseTo(shared, 6);
        expect(overlap_m2(moved(a, by, -by), moved(b, by, -by))).toBeCloseTo(shared, 4);
        expect(shared).toBeLessThanOrEqual(Math.min(shoelace(a), shoelace(b)) + 1e-6);
        expect(overlap_m2(a, moved(b, 5000, 0))).toBe(0);
      }),
    );
  });

  test('a cut through an outline leaves two parts that together are the whole', () => {
    fc.assert(
      fc.property(star, fc.integer({ min: -400, max: 400 }), (outline, x) => {
        const left: Outline = [
          [-2000, -2000],
          [x, -2000],
          [x, 2000],
          [-2000, 2000],
        ];
        const right: Outline = [
          [x, -2000],
          [2000, -2000],
          [2000, 2000],
          [x, 2000],
        ];
        expect(overlap_m2(outline, left) + overlap_m2(outline, right)).toBeCloseTo(shoelace(outline), 4);
      }),
    );
  });
});
