import { after, allOf, passOrFail } from '../compare-all.ts';
import { shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, computed } from '../workings.ts';

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
    const required = expected.times(factor.value);
    const formula = computed('p_min = k · p₀', `${factor.value} × ${shown(expected)}`, required, 'MPa');
    const parts = {
      pressure: compare('p', test, { ...factor, unit: 'MPa', value: required }),
      hold: compare('t', hold, law.limit('water', 'casing.testHold')),
    };
    return after([formula], allOf(parts, 'fails', { requiredPressure_MPa: required.toNumber() }));
  },
});
