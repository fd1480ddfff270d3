import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type TestPoint, testPoint } from '../../vocabulary/test-point.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { judge } from '../judge.ts';
import { createAssessor } from './assess.ts';
import { assessGravest } from './gravest.ts';
import { condemnedBy, highestPoint, layPoints, withPoints } from './points.ts';
import type { FieldValues } from './values.ts';

const date = isoDate.parse('2026-01-15');
const point = (no: number, at: number | null, more: Partial<z.input<typeof testPoint>> = {}): TestPoint =>
  testPoint.parse({
    no,
    place: '',
    at_m: at === null ? null : String(at),
    date: null,
    content_m3PerT: '5.1',
    pressure_MPa: null,
    ...more,
  });
const at = (...places: readonly (number | null)[]) => places.map((place, index) => point(index + 1, place));
const strip: FieldValues = { areaKind: 'strip-cross-holes', areaLength_m: '150', areaWidth_m: '30' };
const block: FieldValues = { areaKind: 'block', areaLength_m: '200', areaWidth_m: '110' };
const verdictOf = (values: FieldValues, points: readonly TestPoint[]) =>
  assessGravest(createAssessor(date), { hasOutburstSeam: true, inOutburstSeam: true, ...values }, {}, points).subs
    .points.verdict;

describe('how test points lie', () => {
  test('a point on a border stands for one stretch, whichever needs it', () => {
    for (const places of [
      [0, 50, 100],
      [50, 100, 150],
      [45, 95, 145],
    ])
      expect([places, verdictOf(strip, at(...places)).status]).toEqual([places, 'pass']);
    expect(verdictOf(strip, at(50, 50, 50)).status).toBe('fail');
  });

  test('points beside each other do not stand for a stretch without any, however many there are', () => {
    const crowded = at(10, 20, 60, 70, 110, 120, 130, 140, 145);
    expect(layPoints(crowded, block)).toMatchObject({
      measured: 9,
      stretches: [{ found: 2 }, { found: 2 }, { found: 5 }, { from_m: '150', to_m: '200', needed: 2, found: 0 }],
      counted: 6,
    });
    expect(verdictOf(block, crowded)).toMatchObject({ status: 'fail', facts: { points: 6 } });
    expect(verdictOf(block, [...crowded, point(10, 160), point(11, 190)]).status).toBe('pass');
  });

  test('an in-seam strip needs five in all besides one in each stretch', () => {
    const seam = { ...strip, areaKind: 'strip-in-seam-holes', areaLength_m: '60' };
    expect(verdictOf(seam, at(10, 40)).status).toBe('fail');
    expect(verdictOf(seam, at(10, 12, 14, 40, 42)).status).toBe('pass');
    expect(verdictOf(seam, at(10, 12, 14, 16, 18)).status).toBe('fail');
  });

  test('a point whose distance is not known decides nothing while the verdict hangs on it', () => {
    expect(verdictOf(strip, at(10, 60, null)).status).toBe('unknown');
    expect(verdictOf(strip, at(10, null)).status).toBe('fail');
    expect(verdictOf(strip, at(10, 60, 110, null)).status).toBe('pass');
  });

  test('a point that was not measured, or lies outside, is none', () => {
    const nothing = { content_m3PerT: null, pressure_MPa: null };
    expect(layPoints([point(1, 10, nothing)], strip)).toBeNull();
    expect(layPoints(at(10, 400), strip)).toMatchObject({ measured: 1, outside: 1 });
  });

  test('of the number that was typed and the points listed the smaller counts', () => {
    expect(withPoints({ ...strip, testPoints: 9 }, at(10, 60, 110)).testPoints).toBe(3);
    expect(withPoints({ ...strip, testPoints: 2 }, at(10, 60, 110)).testPoints).toBe(2);
    expect(withPoints({ ...strip, testPoints: 9 }, [])).toEqual({ ...strip, testPoints: 9 });
  });

  test('what is counted passes exactly where every stretch has its points and the rule is content with the number', () => {
    const kinds = fc.constantFrom('block', 'uncovering', 'strip-cross-holes', 'strip-in-seam-holes');
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 14 });
    fc.assert(
      fc.property(
        kinds,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 200 }),
        places,
        (kind, length, width, all) => {
          const values = { areaKind: kind, areaLength_m: String(length), areaWidth_m: String(width) };
          const inside = all.filter((one) => one <= length);
          if (inside.length === 0) return;
          const verdict = verdictOf(values, at(...all));
          const enough = judge(
            'gas.outburst.checkPoints',
            { areaKind: kind, length_m: length, width_m: width, points: inside.length },
            { date },
          );
          const isEven = (layPoints(at(...all), values)?.stretches ?? []).every(({ needed, found }) => found >= needed);
          expect(verdict.status).toBe(enough.ok && enough.value.status === 'pass' && isEven ? 'pass' : 'fail');
        },
      ),
      { numRuns: scaled(200) },
    );
  });
});

describe('what points say of a unit', () => {
  test('the largest figure known is judged, as it was written', () => {
    const points = [
      point(1, 10, { pressure_MPa: '0.60' }),
      point(2, 60, { pressure_MPa: '0.80', content_m3PerT: null }),
    ];
    expect(withPoints({ residualPressure_MPa: '0.7' }, points)).toMatchObject({
      residualPressure_MPa: '0.80',
      measuredContent_m3PerT: '5.1',
    });
    expect(withPoints({ residualPressure_MPa: '0.9' }, points).residualPressure_MPa).toBe('0.9');
    expect(highestPoint(points, 'pressure_MPa')?.no).toBe(2);
    expect(highestPoint([], 'pressure_MPa')).toBeNull();
  });

  test('one more point never makes a verdict on the figures kinder', () => {
    const amount = fc.integer({ min: 0, max: 120 }).map((n) => (n / 100).toFixed(2));
    const grave = ['notApplicable', 'pass', 'unknown', 'fail'];
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 5 }), amount, (before, more) => {
        const points = [...before, more].map((pressure_MPa, index) =>
          point(index + 1, 0, { pressure_MPa, content_m3PerT: '1' }),
        );
        const of = (some: readonly TestPoint[]) =>
          assessGravest(
            createAssessor(date),
            { hasOutburstSeam: true, inOutburstSeam: true, blowoutOrStuckDrill: false, residualPressure_MPa: '0.10' },
            {},
            some,
          ).subs.outburst.verdict.status;
        if (before.length > 0)
          expect(grave.indexOf(of(points))).toBeGreaterThanOrEqual(grave.indexOf(of(points.slice(0, -1))));
      }),
      { numRuns: scaled(100) },
    );
  });

  test('failing points condemn their surroundings within the face, near ones together', () => {
    const limits = { pressure_MPa: '0.74', content_m3PerT: '8', radius_m: 100 };
    const failing = [30, 150, 700].map((place, index) => point(index + 1, place, { pressure_MPa: '0.74' }));
    const good = point(9, 400, { pressure_MPa: '0.739', content_m3PerT: '7.99' });
    expect(condemnedBy([...failing, good], limits, '760')).toEqual([
      { from_m: '0', to_m: '250' },
      { from_m: '600', to_m: '760' },
    ]);
    expect(condemnedBy([point(1, 50, { content_m3PerT: '8' })], limits, null)).toEqual([{ from_m: '0', to_m: '150' }]);
    expect(condemnedBy([point(1, null, { content_m3PerT: '9' }), good], limits, '760')).toEqual([]);
  });
});
