import { passOrFail } from '../compare-all.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, derive } from '../workings.ts';

/** Drainage time difference of the holes of one unit: η = (Tmax − Tmin) / Tmax · 100. */
export const uniformity = defineRule({
  id: 'gas.uniformity.eta',
  families: ['drainage'],
  facts: { maxDrainageTime_d: number('positive'), minDrainageTime_d: number() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ maxDrainageTime_d: longest, minDrainageTime_d: shortest }, law) => {
    if (shortest.gt(longest)) return { undecided: 'minimum-above-maximum' };
    const { value: eta, working: line } = derive('η = (T_max − T_min) / T_max · 100', '%', {
      T_max: longest,
      T_min: shortest,
    });
    const { broken, working, citation } = compare('η', eta, law.limit('drainage', 'uniformity'));
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { eta_pct: eta.toNumber() },
      citations: [citation],
      workings: [line, working],
    };
  },
});
