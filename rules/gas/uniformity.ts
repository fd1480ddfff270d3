import { passOrFail } from '../compare-all.ts';
import { shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, computed } from '../workings.ts';

/** Drainage time difference of the holes of one unit: η = (Tmax − Tmin) / Tmax · 100. */
export const uniformity = defineRule({
  id: 'gas.uniformity.eta',
  families: ['drainage'],
  facts: { maxDrainageTime_d: number('positive'), minDrainageTime_d: number() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ maxDrainageTime_d: longest, minDrainageTime_d: shortest }, law) => {
    if (shortest.gt(longest)) return { undecided: 'minimum-above-maximum' };
    const eta = longest.minus(shortest).div(longest).times(100);
    const put = `(${shown(longest)} − ${shown(shortest)}) / ${shown(longest)} × 100`;
    const { broken, working, citation } = compare('η', eta, law.limit('drainage', 'uniformity'));
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { eta_pct: eta.toNumber() },
      citations: [citation],
      workings: [computed('η = (T_max − T_min) / T_max × 100', put, eta, '%'), working],
    };
  },
});
