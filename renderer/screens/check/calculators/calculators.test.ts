import { describe, expect, test } from 'vitest';
import { checkItems } from '../../../../rules/checklist/registry.ts';
import { isoDate } from '../../../../vocabulary/time.ts';
import { calculate, calculatorOf, calculatorRules, fieldsOfRule, flowingInto, givenOn } from './calculators.ts';

const day = isoDate.parse('2026-11-23');
const itemOf = (id: string) => {
  const item = checkItems.find((one) => one.id === id);
  if (!item) throw new Error(`no ${id}`);
  return item;
};

describe('the calculators', () => {
  test('each stands for a rule that is there and asks something with a label in words', () => {
    for (const rule of calculatorRules) {
      const fields = fieldsOfRule(rule);
      expect(fields.length, rule).toBeGreaterThan(0);
      expect(
        fields.filter(({ key, label }) => label.zh === key),
        rule,
      ).toEqual([]);
    }
  });

  test('every row judged by one of their rules opens it', () => {
    const rows = checkItems.filter(({ criterion }) => criterion.kind === 'rule');
    const without = rows
      .filter((item) => calculatorOf(item) === null)
      .map(({ criterion }) => 'rule' in criterion && criterion.rule);
    expect(without.filter((rule) => calculatorRules.some((one) => one === rule))).toEqual([]);
    expect(calculatorOf(itemOf('water.zones.coefficient'))).toBe('water.inrush.coefficient');
    expect(calculatorOf(itemOf('water.withdrawal.system'))).toBeNull();
  });

  test('a coefficient is computed with its arithmetic and goes on into the zone', () => {
    const typed = { waterPressure_MPa: '1.2', aquicludeThickness_m: '30', structureDamaged: false };
    const { verdict } = calculate('water.inrush.coefficient', typed, day);
    expect(verdict).toMatchObject({ status: 'pass' });
    expect(verdict?.workings.length).toBeGreaterThan(0);
    const given = verdict ? givenOn(verdict) : {};
    expect(given).toEqual({ coefficient_MPaPerM: '0.04' });
    const zone = {
      ...typed,
      ...given,
      floorIntactOrNoAnomaly: true,
      demonstrationPassed: true,
      hydrogeologyClear: true,
    };
    expect(calculate('water.threeZones.floor', zone, day).verdict?.outcome).toBe('mineable');
  });

  test('the type that was classified is the type that is staffed', () => {
    const inflow = { unitInflow_LPerSM: '2', meanInflow_m3PerH: '100', maxInflow_m3PerH: '200', inrush_m3PerH: '0' };
    const { verdict } = calculate('water.type.classify', { ...inflow, goafWater: 'none' }, day);
    const staff = {
      specialists: '2',
      dedicatedTeam: true,
      dedicatedRigs: '1',
      dedicatedInstitution: true,
      deputyChiefEngineer: true,
    };
    const typed = { ...(verdict ? givenOn(verdict) : {}), ...staff };
    expect(calculate('water.staffing', typed, day).verdict).toMatchObject({
      status: 'fail',
      results: { fails: ['specialists'] },
    });
  });

  test('what is missing is unknown, and what is no number is named and judged by nobody', () => {
    expect(calculate('water.sump.empty', { totalVolume_m3: '1000' }, day).verdict).toMatchObject({
      status: 'unknown',
      reason: 'missing:emptyVolume_m3',
    });
    expect(calculate('water.sump.empty', { totalVolume_m3: 'x', emptyVolume_m3: '1' }, day).bad).toEqual([
      'totalVolume_m3',
    ]);
  });

  test('figures flow into the row under the keys the row asks for, and no others', () => {
    const asked = itemOf('water.exploration.lead-goaf').criterion.facts;
    expect(flowingInto(asked, { lead_m: '27.5', casing_m: '10', target: 'goaf-unclear' })).toEqual({
      leadDistance_m: '27.5',
    });
    expect(flowingInto(asked, { casing_m: '10' })).toEqual({});
  });
});
