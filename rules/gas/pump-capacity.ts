import { after, allOf, passOrFail } from '../compare-all.ts';
import { exact, shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, computed } from '../workings.ts';

/** Standard pressure of the formula, kPa. */
const standardPressure = exact('101.325');

/** Running and spare drainage pumps (163号 art. 15); suction is a positive number of kPa. */
export const pumpCapacity = defineRule({
  id: 'gas.pump.capacity',
  families: ['drainage'],
  facts: {
    pureFlow_m3PerMin: number(),
    concentration_pct: number('positive'),
    localPressure_kPa: number('positive'),
    suctionPressure_kPa: number(),
    runningPumpCapacity_m3PerMin: number(),
    sparePumpCapacity_m3PerMin: number(),
    largestRunningPump_m3PerMin: number(),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  lists: ['fails'],
  evaluate: (facts, law) => {
    const {
      pureFlow_m3PerMin: flow,
      concentration_pct: share,
      localPressure_kPa: local,
      suctionPressure_kPa: suction,
    } = facts;
    const left = local.minus(suction);
    if (left.lte(0)) return { undecided: 'suction-not-below-local-pressure' };
    const factor = law.limit('drainage', 'pump.factor');
    const required = exact(factor.value).times(100).times(flow).times(standardPressure).div(share.times(left));
    const put = `${factor.value} × 100 × ${shown(flow)} × ${standardPressure} / (${shown(share)} × (${shown(local)} − ${shown(suction)}))`;
    const parts = {
      'running-capacity': compare('Q_r', facts.runningPumpCapacity_m3PerMin, {
        ...factor,
        unit: 'm³/min',
        value: required,
      }),
      'spare-capacity': compare('Q_s', facts.sparePumpCapacity_m3PerMin, {
        ...factor,
        unit: 'm³/min',
        value: facts.largestRunningPump_m3PerMin,
      }),
    };
    const formula = computed('Q_min = k · 100 · Q · P₀ / (C · (P − P_s))', put, required, 'm³/min');
    return after([formula], allOf(parts, 'fails', { requiredCapacity_m3PerMin: required.toNumber() }));
  },
});
