import { after, allOf, passOrFail } from '../compare-all.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, derive } from '../workings.ts';

/** Pressure test of the casing: a multiple of the expected static pressure, held for a time. */
export const casingPressureTest = defineRule({
  id: 'water.casing.pressureTest',
  families: ['water'],
  facts: { expectedStaticPressure_MPa: number(), testPressure_MPa: number(), hold_min: number() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading'] },
  lists: ['fails'],
  evaluate: ({ expectedStaticPressure_MPa: expected, testPressure_MPa: test, hold_min: hold }, law) => {
    const factor = law.limit('water', 'casing.testFactor');
    const required = derive('p_min = k · p_0', 'MPa', { k: factor, p_0: expected });
    const parts = {
      pressure: compare('p', test, { ...factor, unit: 'MPa', value: required.value, symbol: 'p_min' }),
      hold: compare('t', hold, law.limit('water', 'casing.testHold')),
    };
    return after([required.working], allOf(parts, 'fails', { requiredPressure_MPa: required.value.toNumber() }));
  },
});
