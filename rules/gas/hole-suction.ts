import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { choice, measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Suction at the hole mouth (163号 art. 15). */
export const holeSuction = defineRule({
  id: 'gas.hole.suction',
  families: ['drainage'],
  facts: { drainageType: choice(['pre-drainage', 'relieved']), holeSuction_kPa: measured({ beyond: 'below' }) },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ drainageType, holeSuction_kPa: suction }, law) => {
    const limit = law.limit('drainage', `suction.${drainageType}`);
    const { broken, working, citation } = compare('p', suction, limit);
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { limit_kPa: exact(limit.value).toNumber() },
      citations: [citation],
      workings: [working],
    };
  },
});
