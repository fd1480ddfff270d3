import { expect, test } from 'vitest';
import { isoDate } from '../../vocabulary/time.ts';
import { exact } from '../decimal.ts';
import { judge } from '../judge.ts';
import { pointLayout } from './outburst-check-points.ts';
import { desorbableOf } from './residual-content.ts';

const date = isoDate.parse('2026-01-15');
const verdict = (rule: string, facts: Readonly<Record<string, unknown>>) => {
  const judged = judge(rule, facts, { date });
  return judged.ok ? judged.value : judged.fault;
};

test('a certificate counts on its last day and not on the day after', () => {
  const on = (day: string) =>
    verdict('gas.detector.certificate', { validUntil_date: '2026-01-15', inspection_date: day });
  expect(on('2026-01-15')).toMatchObject({ status: 'pass' });
  expect(on('2026-01-16')).toMatchObject({ status: 'fail' });
});

test('two instruments both over their range cannot be compared', () => {
  const over = { quality: 'over_range' };
  expect(
    verdict('gas.detector.compare', { sensor_pct: over, portable_pct: over, allowedDifference_pct: 0.1 }),
  ).toMatchObject({ status: 'unknown', reason: 'quality:over_range' });
});

test('where no gas is given off there is no rate, and that is not known, never passed', () => {
  const none = { drainedPure_m3PerMin: 0, ventilationEmission_m3PerMin: 0 };
  for (const rule of ['gas.face.drainageRate', 'gas.mine.drainageRate']) {
    expect(verdict(rule, none), rule).toMatchObject({
      status: 'unknown',
      reason: 'no-emission',
      results: { rate_pct: null, limit_pct: null },
    });
  }
});

test('desorbable content of a known residual content comes with its three lines and their units', () => {
  const coal = {
    langmuirA_m3PerT: exact('20'),
    langmuirB_perMPa: exact('1'),
    ash_pct: exact('10'),
    moisture_pct: exact('2'),
    porosity_m3PerM3: exact('0.05'),
    coalDensity_tPerM3: exact('1.4'),
  };
  const { free, workings } = desorbableOf(coal, exact('6'));
  expect({ free: free.toFixed(4), workings }).toMatchSnapshot();
});

test.each([
  // airway, m/s, rock heading, infusion and sprays, what is said
  ['heading', 0.25, null, null, 'pass'],
  ['heading', 0.2, null, null, 'missing:rockHeading'],
  ['heading', 0.15, true, null, 'pass'],
  ['heading', 0.1, null, null, 'fail'],
  ['heading', 4.5, null, null, 'fail'],
  ['face', 0.2, null, null, 'fail'],
  ['face', 4, null, null, 'pass'],
  ['face', 4.5, null, null, 'missing:infusionAndSprays'],
  ['face', 4.5, null, true, 'pass'],
  ['face', 4.5, null, false, 'fail'],
  ['face', 5.5, null, null, 'fail'],
  ['mainAirway', 0.1, null, null, 'pass'],
  ['districtAirway', 0.1, null, null, 'pass'],
])('air of %s at %d m/s (rock %s, sprays %s): %s', (airway, airSpeed_mPerS, rockHeading, infusionAndSprays, said) => {
  const judged = judge('gas.air.speed', { airway, airSpeed_mPerS, rockHeading, infusionAndSprays }, { date });
  const found = judged.ok ? judged.value.reason || judged.value.status : judged.fault.code;
  expect(found).toBe(said);
});

test('in-seam holes ahead of a strip need more test points in all than in each stretch; other areas as many', () => {
  const seam = pointLayout('strip-in-seam-holes', exact('100'));
  expect(seam.least).toBeGreaterThan(seam.each);
  for (const kind of ['block', 'uncovering'] as const) {
    const { each, least } = pointLayout(kind, exact('100'));
    expect([kind, least]).toEqual([kind, each]);
  }
});

test('a lock test on the day of the check counts, one of the day after is no date', () => {
  const facts = { mayStopLocalFan: false, inspection_date: '2026-01-15' };
  const on = (last: string) => verdict('gas.lock.test', { ...facts, lastLockTest_date: last });
  expect(on('2026-01-15')).toMatchObject({ outcome: 'pass' });
  expect(on('2026-01-16')).toMatchObject({ outcome: 'invalid-date', status: 'unknown' });
});
