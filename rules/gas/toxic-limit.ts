import { exact } from '../decimal.ts';
import { choice, measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, concentrationOf } from '../workings.ts';

/** Toxic gases anywhere underground (art. 135 table 4), in ppm. */
export const toxicLimit = defineRule({
  id: 'gas.toxic.limit',
  families: ['safety'],
  facts: { gas: choice(['CO', 'NO2', 'SO2', 'H2S', 'NH3']), value_ppm: measured({ beyond: 'above' }) },
  statuses: { pass: 'pass', fail: 'fail' },
  onFail: { severity: 'general', actions: [] },
  evaluate: ({ gas, value_ppm: value }, law) => {
    const limit = law.limit('safety', `toxic.${gas}`);
    const { broken, working, citation } = compare(concentrationOf(gas), value, limit);
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { limit_ppm: exact(limit.value).toNumber() },
      citations: [citation],
      workings: [working],
    };
  },
});
