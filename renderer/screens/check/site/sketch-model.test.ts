import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holeGroup } from '../../../../rules/sites/holes.ts';
import { barOf, planOf, sectionOf } from './sketch-model.ts';

const group = fc
  .array(
    fc.record({
      bearing: fc.integer({ min: -90, max: 90 }),
      dip: fc.integer({ min: -45, max: 45 }),
      depth: fc.integer({ min: 1, max: 200 }),
    }),
    { maxLength: 12 },
  )
  .map((holes) =>
    holeGroup(
      holes.map(({ bearing, dip, depth }, at) => ({
        partId: String(at),
        kind: 'hole' as const,
        facts: { bearing_deg: String(bearing), dip_deg: String(dip), depth_m: String(depth) },
      })),
    ),
  );

test('every hole and its mouth lie inside the picture, in plan and in section', () => {
  fc.assert(
    fc.property(group, (holes) => {
      for (const sketch of [planOf(holes, 5), sectionOf(holes)])
        for (const { x_m, y_m } of [...sketch.lines, { x_m: 0, y_m: 0 }]) {
          expect(x_m).toBeGreaterThanOrEqual(sketch.left_m);
          expect(x_m).toBeLessThanOrEqual(sketch.right_m);
          expect(y_m).toBeGreaterThanOrEqual(sketch.bottom_m);
          expect(y_m).toBeLessThanOrEqual(sketch.top_m);
        }
    }),
  );
});

test('the scale bar fits into the picture', () => {
  fc.assert(
    fc.property(group, (holes) => {
      const sketch = planOf(holes, 5);
      expect(barOf(sketch)).toBeLessThanOrEqual(Math.max(1, (sketch.right_m - sketch.left_m) / 2));
    }),
  );
});
