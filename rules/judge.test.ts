import { describe, expect, expectTypeOf, test } from 'vitest';
import { orThrow } from '../vocabulary/result.ts';
import { isoDate } from '../vocabulary/time.ts';
import type { Verdict, VerdictStatus } from '../vocabulary/verdict.ts';
import { judge } from './judge.ts';
import { writeWorking } from './say-working.ts';

const at = { date: isoDate.parse('2026-01-15') };
const verdictOf = (rule: string, facts: Record<string, unknown>, when = at) => orThrow(judge(rule, facts, when));

describe('judging', () => {
  test('a verdict is not a boolean and a status is one of four words', () => {
    expectTypeOf<Verdict>().not.toExtend<boolean>();
    expectTypeOf<Verdict['status']>().toEqualTypeOf<VerdictStatus>();
    expectTypeOf(judge).returns.not.toExtend<Verdict>();
  });

  test('an unknown rule is a fault', () => {
    expect(judge('gas.none', {}, at)).toEqual({ ok: false, fault: { code: 'unknown_rule', rule: 'gas.none' } });
  });

  test.each([
    ['gas.ch4.action', { location: 'nowhere', ch4_pct: 1 }, 'location'],
    ['gas.ch4.action', { location: 'faceReturn', ch4_pct: 'a lot' }, 'ch4_pct'],
    ['gas.ch4.action', { location: 'faceReturn', ch4_pct: { quality: 'odd' } }, 'ch4_pct'],
    ['gas.ch4.action', { location: 'faceReturn', ch4_pct: true }, 'ch4_pct'],
    [
      'water.inrush.coefficient',
      { waterPressure_MPa: 1, aquicludeThickness_m: 0, structureDamaged: true },
      'aquicludeThickness_m',
    ],
    ['gas.base.conditions', { failedItems: [9] }, 'failedItems'],
    ['gas.detector.certificate', { validUntil_date: '2026-02-30', inspection_date: '2026-01-01' }, 'validUntil_date'],
    ['water.staffing', { hydroType: 'simple', specialists: 1.5 }, 'specialists'],
  ])('%s with a fact of the wrong kind is a fault naming it', (rule, facts, path) => {
    expect(judge(rule, facts, at)).toMatchObject({ ok: false, fault: { code: 'bad_facts', path } });
  });

  test('a missing fact is unknown and named', () => {
    for (const facts of [{ location: 'faceReturn' }, { location: 'faceReturn', ch4_pct: null }])
      expect(verdictOf('gas.ch4.action', facts)).toMatchObject({
        status: 'unknown',
        reason: 'missing:ch4_pct',
        results: { verdict: 'unknown', reason: 'missing:ch4_pct' },
      });
  });

  test.each(['warmup', 'calibrating', 'fault', 'invalid', 'missing', 'stale', 'under_range'])(
    'a methane reading of quality %s is unknown',
    (quality) => {
      const verdict = verdictOf('gas.ch4.action', { location: 'faceReturn', ch4_pct: { quality } });
      expect(verdict).toMatchObject({ status: 'unknown', reason: `quality:${quality}`, actions: [] });
    },
  );

  test('over-range against an upper limit fails with the gravest action', () => {
    const over = { quality: 'over_range' };
    expect(verdictOf('gas.ch4.action', { location: 'faceAirflow', ch4_pct: over })).toMatchObject({
      outcome: 'exceeded',
      status: 'fail',
      actions: ['stop-work', 'cut-power', 'withdraw', 'treat'],
    });
    expect(verdictOf('gas.ch4.action', { location: 'localAccumulation', ch4_pct: over })).toMatchObject({
      status: 'fail',
    });
    expect(verdictOf('gas.ch4.repower', { ch4_pct: over }).outcome).toBe('keep-off');
    expect(verdictOf('gas.toxic.limit', { gas: 'CO', value_ppm: over }).status).toBe('fail');
    const fan = { stoppedZoneMaxCH4_pct: over, stoppedZoneMaxCO2_pct: 0.1, fanVicinityCH4_pct: 0.1 };
    expect(verdictOf('gas.localFan.restart', fan).outcome).toBe('chief-engineer-approved-discharge');
  });

  test('beyond the range on the harmless side never passes', () => {
    const oxygen = (quality: string) => verdictOf('gas.air.composition', { gas: 'O2-intake', value_pct: { quality } });
    expect(oxygen('under_range').status).toBe('fail');
    expect(oxygen('over_range')).toMatchObject({ status: 'unknown', reason: 'quality:over_range' });
    const carbonDioxide = { gas: 'CO2-intake', value_pct: { quality: 'under_range' } };
    expect(verdictOf('gas.air.composition', carbonDioxide)).toMatchObject({ status: 'unknown' });
  });

  test('an accumulation at or over 2 % needs its volume, and a small one is normal', () => {
    const accumulation = (ch4_pct: unknown, accumulationVolume_m3: unknown) =>
      verdictOf('gas.ch4.action', { location: 'localAccumulation', ch4_pct, accumulationVolume_m3 });
    expect(accumulation(2, null)).toMatchObject({ status: 'unknown', reason: 'missing:accumulationVolume_m3' });
    expect(accumulation(1.99, null).status).toBe('pass');
    expect(accumulation(2, 0.5)).toMatchObject({ status: 'pass', actions: [] });
    expect(accumulation(2, 0.51).status).toBe('fail');
    expect(accumulation({ quality: 'over_range' }, 0.4).status).toBe('unknown');
  });

  test('a blasting point at 1.5 % bans blasting and clears the place', () => {
    const verdict = verdictOf('gas.ch4.action', { location: 'blastingWithin20m', ch4_pct: '1.50' });
    expect(new Set(verdict.actions)).toEqual(new Set(['no-blasting', 'stop-work', 'cut-power', 'withdraw', 'treat']));
  });

  test('the edition of the inspection day is cited, an unread article as null', () => {
    const facts = { location: 'mainReturn', ch4_pct: 0.8 };
    expect(verdictOf('gas.ch4.action', facts)).toMatchObject({
      pack: { id: 'rules22' },
      citations: [{ article: '第171条', needsCheck: false }],
    });
    expect(verdictOf('gas.ch4.action', facts, { date: isoDate.parse('2026-02-01') })).toMatchObject({
      pack: { id: 'rules25' },
      outcome: 'exceeded',
      citations: [{ article: null, needsCheck: true }],
    });
    expect(verdictOf('gas.ch4.action', facts, { date: isoDate.parse('2022-03-31') })).toMatchObject({
      pack: null,
      status: 'unknown',
      results: { verdict: 'unknown', reason: 'no-pack' },
    });
  });

  test('decimals are exact at the limit', () => {
    const coefficient = (waterPressure_MPa: number, aquicludeThickness_m: number) =>
      verdictOf('water.inrush.coefficient', { waterPressure_MPa, aquicludeThickness_m, structureDamaged: true }).status;
    expect(coefficient(4.2, 70)).toBe('pass');
    expect(coefficient(4.2000001, 70)).toBe('fail');
    const rate = { drainedPure_m3PerMin: '0.1', ventilationEmission_m3PerMin: '0.3' };
    expect(verdictOf('gas.mine.drainageRate', rate)).toMatchObject({ status: 'pass', results: { rate_pct: 25 } });
    const test15 = { expectedStaticPressure_MPa: 1.1, testPressure_MPa: 1.65, hold_min: 30 };
    expect(verdictOf('water.casing.pressureTest', test15).status).toBe('pass');
  });

  test('what a simple mine need not have is not missed', () => {
    const staff = { hydroType: 'simple', specialists: 1, dedicatedTeam: true, dedicatedRigs: 1 };
    expect(verdictOf('water.staffing', staff)).toMatchObject({ status: 'pass', results: { severity: null } });
    const complex = { ...staff, hydroType: 'complex', specialists: 3, deputyChiefEngineer: true };
    expect(verdictOf('water.staffing', complex)).toMatchObject({ reason: 'missing:dedicatedInstitution' });
    expect(verdictOf('water.staffing', { ...complex, dedicatedInstitution: false })).toMatchObject({
      results: { fails: ['institution'], severity: 'major' },
      actions: ['stopMine', 'list'],
    });
    const oneShort = { ...complex, specialists: 2, dedicatedInstitution: true };
    expect(verdictOf('water.staffing', oneShort)).toMatchObject({ severity: 'general', actions: ['rectify'] });
  });

  test('lists of a rule are empty while its verdict is unknown', () => {
    expect(verdictOf('gas.ch4.action', { location: 'faceReturn' }).results).toMatchObject({ actions: [] });
    const face = { wetCoalUncovering: false, anomaly: false };
    expect(verdictOf('gas.outburst.faceIndex', face)).toMatchObject({ status: 'unknown', results: { exceeded: [] } });
  });

  test('a pressure gauge past its range breaks the inrush limit', () => {
    const facts = { waterPressure_MPa: { quality: 'over_range' }, aquicludeThickness_m: 40, structureDamaged: false };
    expect(verdictOf('water.inrush.coefficient', facts)).toMatchObject({
      status: 'fail',
      results: { coefficient_MPaPerM: null, limit_MPaPerM: 0.1 },
    });
  });

  test('two instruments past their range cannot be compared, one can', () => {
    const over = { quality: 'over_range' };
    const compared = (sensor_pct: unknown, portable_pct: unknown) =>
      verdictOf('gas.detector.compare', { sensor_pct, portable_pct, allowedDifference_pct: 0.1 });
    expect(compared(over, over)).toMatchObject({ status: 'unknown', reason: 'quality:over_range' });
    expect(compared(over, 0.5)).toMatchObject({ status: 'fail', results: { recalibrateBothWithin_h: 8 } });
  });

  test('rock needs its pressure, and at 1.0 MPa the heavier row holds strictly', () => {
    const rock = (facts: Record<string, unknown>) => verdictOf('water.drill.lead', { target: 'rock', ...facts });
    expect(rock({ lead_m: 16, casing_m: 11 })).toMatchObject({ reason: 'missing:waterPressure_MPa' });
    expect(rock({ waterPressure_MPa: 1.0, lead_m: 15, casing_m: 11 })).toMatchObject({
      status: 'fail',
      results: { requiredLead_m: 15, fails: ['lead'] },
    });
    expect(rock({ waterPressure_MPa: 0.99, lead_m: 10.01, casing_m: 5.01 }).status).toBe('pass');
  });

  test('workings can be checked on paper', () => {
    const facts = { expectedStaticPressure_MPa: 1.0, testPressure_MPa: 1.2, hold_min: 30 };
    const { workings } = verdictOf('water.casing.pressureTest', facts);
    expect(workings.map((line) => writeWorking(line, 'zh').lines.map(({ text }) => text))).toEqual([
      ['p_min = k · p_0', '= 1.5 × 1', '= 1.5 MPa'],
      ['p ≥ p_min', '1.2 ≥ 1.5 MPa'],
      ['t ≥ 30 min', '30 ≥ 30 min'],
    ]);
    expect(workings.map((line) => writeWorking(line, 'zh').holds)).toEqual([null, false, true]);
  });
});
