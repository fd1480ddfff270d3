import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holeGroup, holeOf, roundedDown, roundedUp } from './holes.ts';
import type { SitePart } from './site.ts';

const hole = (name: string, bearing: number | null, dip: number | null, depth: number | null): SitePart => ({
  partId: name,
  kind: 'hole',
  facts: {
    name,
    bearing_deg: bearing === null ? null : String(bearing),
    dip_deg: dip === null ? null : String(dip),
    depth_m: depth === null ? null : String(depth),
  },
});

const angle = fc.integer({ min: -440, max: 440 }).map((tenth) => tenth / 10);
const dip = fc.integer({ min: -300, max: 300 }).map((tenth) => tenth / 10);
const depth = fc.integer({ min: 100, max: 1500 }).map((tenth) => tenth / 10);
const group = fc.array(fc.tuple(angle, dip, depth), { minLength: 1, maxLength: 12 });
const partsOf = (holes: readonly (readonly [number, number, number])[]) =>
  holes.map(([a, d, m], at) => hole(String(at), a, d, m));

describe('the end of a hole', () => {
  test('straight ahead its whole depth counts; to the right and upwards it is shared out', () => {
    expect(holeOf(hole('1', 0, 0, 60))).toMatchObject({ ahead_m: 60, right_m: 0, up_m: 0, isSide: false });
    const right = holeOf(hole('2', 30, 0, 60));
    expect(right?.ahead_m).toBeCloseTo(51.9615, 3);
    expect(right?.right_m).toBeCloseTo(30, 9);
    expect(holeOf(hole('3', -90, 0, 20))).toMatchObject({ isSide: true });
    expect(holeOf(hole('4', 0, -90, 20))?.up_m).toBeCloseTo(-20, 9);
  });

  test('lies as far from the mouth as the hole is deep', () => {
    fc.assert(
      fc.property(angle, dip, depth, (a, d, m) => {
        const end = holeOf(hole('1', a, d, m));
        expect(Math.hypot(end?.ahead_m ?? 0, end?.right_m ?? 0, end?.up_m ?? 0)).toBeCloseTo(m, 6);
      }),
    );
  });
});

describe('a group of holes', () => {
  test('reaches as far as its shortest hole ahead; holes for the sides give the side distance alone', () => {
    const found = holeGroup([hole('1', 0, 0, 60), hole('2', 8, 0, 55), hole('3', -60, 0, 40)]);
    expect(found.projected_m).toBe('54.4');
    expect(found.left_m).toBeCloseTo(34.641, 3);
    expect(found.right_m).toBeCloseTo(7.655, 3);
  });

  test('has its gaps in plan between neighbours, and upright between holes above each other', () => {
    const found = holeGroup([hole('1', 0, 0, 60), hole('2', 0, 1, 60), hole('3', 2, 0, 60), hole('4', -3, 0, 60)]);
    expect(found.horizontal_m).toBe('3.2');
    expect(found.vertical_m).toBe('1.1');
  });

  test('is not known while one of its holes is not', () => {
    const found = holeGroup([hole('1', 0, 0, 60), hole('2', 10, null, 60)]);
    expect(found).toMatchObject({ unfinished: ['2'], projected_m: null, horizontal_m: null, vertical_m: null });
    expect(holeGroup([])).toMatchObject({ projected_m: null, horizontal_m: null });
    expect(holeGroup([hole('1', 70, 0, 60)]).projected_m).toBeNull();
  });

  test('never reaches farther than any of its holes ahead, and one hole more never makes it reach farther', () => {
    fc.assert(
      fc.property(group, fc.tuple(angle, dip, depth), (holes, more) => {
        const found = holeGroup(partsOf(holes));
        const reach = Number(found.projected_m);
        for (const { ahead_m } of found.holes) expect(reach).toBeLessThanOrEqual(ahead_m + 1e-6);
        expect(Number(holeGroup(partsOf([...holes, more])).projected_m)).toBeLessThanOrEqual(reach);
      }),
    );
  });

  test('is the same whatever the order of its holes, and its mirror image has the same figures', () => {
    fc.assert(
      fc.property(group, (holes) => {
        const found = holeGroup(partsOf(holes));
        const turned = holeGroup(partsOf(holes.toReversed()));
        const mirror = holeGroup(partsOf(holes.map(([a, d, m]) => [-a, d, m] as const)));
        expect(turned.projected_m).toBe(found.projected_m);
        expect(turned.horizontal_m).toBe(found.horizontal_m);
        expect(mirror.projected_m).toBe(found.projected_m);
        expect([mirror.left_m, mirror.right_m]).toEqual([found.right_m, found.left_m]);
      }),
    );
  });
});

test('figures are rounded to the strict side, and what is exact stays', () => {
  expect([roundedDown(59.99), roundedDown(60), roundedUp(3), roundedUp(3.01)]).toEqual(['59.9', '60.0', '3.0', '3.1']);
});
