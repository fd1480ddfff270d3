import { after, allOf, passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, derive } from '../workings.ts';

/** Standard pressure of the formula, kPa. */
const standardPressure = { value: exact('101.325'), unit: 'kPa' };

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
    const required = derive('Q_min = k · 100 · Q · P_0 / (C · (P − P_s))', 'm³/min', {
      k: factor,
      Q: flow,
      P_0: standardPressure,
      C: share,
      P: local,
      P_s: suction,
    });
    const parts = {
      'running-capacity': compare('Q_r', facts.runningPumpCapacity_m3PerMin, {
        ...factor,
        unit: 'm³/min',
        value: required.value,
        symbol: 'Q_min',
      }),
      'spare-capacity': compare('Q_s', facts.sparePumpCapacity_m3PerMin, {
        ...factor,
        unit: 'm³/min',
        value: facts.largestRunningPump_m3PerMin,
        symbol: 'Q_1',
      }),
    };
    return after([required.working], allOf(parts, 'fails', { requiredCapacity_m3PerMin: required.value.toNumber() }));
  },
});
