import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeId } from '../../vocabulary/ids.ts';
import { type PlaceCode, placeCode, sensorLocation } from '../../vocabulary/place.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { limitsAt } from '../live/limits-at.ts';
import { itemAt } from './at-place.ts';
import { groupsOfPack } from './item.ts';
import { judgeItem } from './judge-item.ts';
import { obligationsOf } from './obligations.ts';
import { checkItems, findItem, gasItems, itemsFor } from './registry.ts';

const date = isoDate.parse('2026-01-15');
const context = { date, hydroType: 'simple' } as const;
const item = (id: string) => findItem(id) ?? expect.fail(`no row ${id}`);
const judgedAt = (id: string, code: PlaceCode | null, facts: Record<string, unknown>) =>
  orThrow(judgeItem(itemAt(item(id), code), facts, ['detector', 'photo', 'document'], context));
const placed = (...codes: readonly PlaceCode[]) =>
  codes.map((code, at) => ({ placeId: placeId.parse(String(at).padStart(32, '0')), code, name: code }));
const owedAt = (id: string, ...codes: readonly PlaceCode[]) => {
  const rows = obligationsOf({ hydroType: 'simple', packs: ['gas'], places: placed(...codes) });
  return rows.filter((row) => row.item.id === id).map((row) => row.placeId?.slice(-1) ?? null);
};

describe('the gas checklist', () => {
  test('stands beside the water rows, in groups and ids of its own', () => {
    expect(gasItems.filter((row) => !row.id.startsWith(`gas.${row.group}.`))).toEqual([]);
    expect(groupsOfPack.gas.map((group) => gasItems.filter((row) => row.group === group).length)).toEqual([
      17, 4, 7, 6, 7,
    ]);
    expect(new Set([...checkItems, ...gasItems].map(({ id }) => id)).size).toBe(68 + 41);
  });

  test('an inspection that names no checklist works by the water rows, one that names gas by gas alone', () => {
    expect(itemsFor({ hydroType: 'extreme' })).toEqual(checkItems);
    expect(itemsFor({ hydroType: 'simple', packs: ['gas'] })).toEqual(gasItems);
    expect(itemsFor({ hydroType: 'extreme', packs: ['gas', 'water'] })).toEqual([...checkItems, ...gasItems]);
  });

  test('methane is owed at every place that has a figure, a sensor at every place of the table', () => {
    expect(owedAt('gas.air.ch4', 'face', 'other', 'localAccumulation')).toEqual(['0', '2']);
    expect(owedAt('gas.air.co2', 'face', 'other', 'localAccumulation')).toEqual(['0']);
    expect(owedAt('gas.sensors.setting', 'face', 'localAccumulation', 'coalBunker')).toEqual(['0', '2']);
    expect(owedAt('gas.air.h2-charging', 'face')).toEqual([null]);
    expect(owedAt('gas.air.h2-charging', 'face', 'chargingRoom')).toEqual(['1']);
  });

  test('a place has a row of methane or carbon dioxide exactly where a live reading has a limit', () => {
    for (const code of placeCode.options) {
      const rows = (id: string) => owedAt(id, code).filter((at) => at !== null).length;
      expect([code, rows('gas.air.ch4')]).toEqual([code, limitsAt(code, 'CH4', date) === null ? 0 : 1]);
      if (code !== 'faceIntake')
        expect([code, rows('gas.air.co2')]).toEqual([code, limitsAt(code, 'CO2', date) === null ? 0 : 1]);
    }
  });
});

describe('a row at its place', () => {
  test('takes its location from the place and asks only the number', () => {
    const asked = (code: PlaceCode | null) => itemAt(item('gas.air.ch4'), code).criterion.facts.map(({ key }) => key);
    expect(asked('face')).toEqual(['ch4_pct']);
    expect(asked('localAccumulation')).toEqual(['ch4_pct', 'accumulationVolume_m3']);
    expect(asked(null)).toEqual(['location', 'ch4_pct', 'accumulationVolume_m3']);
    expect(asked('other')).toEqual(['location', 'ch4_pct', 'accumulationVolume_m3']);
  });

  test('the same figure is judged by the place where it was read', () => {
    const at = (code: PlaceCode) => judgedAt('gas.air.ch4', code, { ch4_pct: '1.0' });
    expect(at('face')).toMatchObject({ status: 'fail', citations: [{ article: '第173条' }, { document: 'hazard4' }] });
    expect(at('faceReturn')).toMatchObject({ status: 'pass' });
    expect(at('mainReturn')).toMatchObject({ status: 'fail', actions: ['investigate', 'treat'] });
  });

  test('past the range is the gravest, warming up is unknown', () => {
    const over = judgedAt('gas.air.ch4', 'face', { ch4_pct: { quality: 'over_range' } });
    expect(over.status).toBe('fail');
    expect(over.actions).toContain('withdraw');
    expect(judgedAt('gas.air.ch4', 'face', { ch4_pct: { quality: 'warmup' } }).status).toBe('unknown');
  });

  test('a sensor passes only once its power-cut range was seen', () => {
    const good = { alarm_pct: '1.0', cut_pct: '1.5', repower_pct: '0.99' };
    const setting = (facts: object) => judgedAt('gas.sensors.setting', 'face', { ...facts });
    expect(setting({})).toMatchObject({ status: 'unknown', reason: 'missing:alarm_pct' });
    expect(setting({ alarm_pct: '1.0', cut_pct: '1.5' })).toMatchObject({ reason: 'missing:repower_pct' });
    expect(setting(good)).toMatchObject({ status: 'unknown', reason: 'missing:powerCutRangeMet' });
    expect(setting({ ...good, powerCutRangeMet: false }).status).toBe('fail');
    expect(setting({ ...good, powerCutRangeMet: true }).status).toBe('pass');
    expect(setting({ ...good, cut_pct: '1.51', powerCutRangeMet: true }).status).toBe('fail');
  });

  test('a sensor that only alarms is asked for its alarm alone', () => {
    const asked = itemAt(item('gas.sensors.setting'), 'mainReturn').criterion.facts.map(({ key }) => key);
    expect(asked).toEqual(['alarm_pct']);
    const facts = { alarm_pct: '0.75', powerCutRangeMet: true };
    expect(judgedAt('gas.sensors.setting', 'mainReturn', facts).status).toBe('pass');
  });

  test('a sensor whose settings act earlier never fails where a later one passes', () => {
    const hundredths = fc.integer({ min: 0, max: 300 }).map((value) => (value / 100).toFixed(2));
    fc.assert(
      fc.property(fc.constantFrom(...sensorLocation.options), hundredths, hundredths, (code, one, other) => {
        const [early, late] = Number(one) <= Number(other) ? [one, other] : [other, one];
        const passes = (value: string) =>
          judgedAt('gas.sensors.setting', code, {
            alarm_pct: value,
            cut_pct: value,
            repower_pct: value,
            powerCutRangeMet: true,
          }).status === 'pass';
        return !passes(late) || passes(early);
      }),
      { numRuns: scaled(200) },
    );
  });

  test('of a sensor and a portable that differ too much the larger governs, for eight hours', () => {
    const facts = { sensor_pct: '0.60', portable_pct: '0.82', allowedDifference_pct: '0.20' };
    expect(judgedAt('gas.sensors.compare', 'face', facts)).toMatchObject({
      status: 'fail',
      results: { governing_pct: 0.82, recalibrateBothWithin_h: 8 },
    });
    expect(judgedAt('gas.sensors.compare', 'face', { ...facts, portable_pct: '0.80' }).status).toBe('pass');
  });

  test('locks are tried every fifteen days, where a local fan may stop every six months', () => {
    const locks = (day: string, mayStopLocalFan: boolean) =>
      judgedAt('gas.sensors.lock-test', 'headingFace', { lastLockTest_date: day, mayStopLocalFan }).status;
    expect(['2025-12-30', '2025-12-31', '2026-01-15', '2026-01-16'].map((day) => locks(day, false))).toEqual([
      'fail',
      'pass',
      'pass',
      'unknown',
    ]);
    expect(['2025-07-14', '2025-07-15'].map((day) => locks(day, true))).toEqual(['fail', 'pass']);
  });
});
