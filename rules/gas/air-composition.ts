import { exact } from '../decimal.ts';
import { choice, measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, concentrationOf } from '../workings.ts';

/** Oxygen and carbon dioxide of intake air (art. 135), hydrogen of charging rooms (art. 167), in per cent by volume. */
export const airComposition = defineRule({
  id: 'gas.air.composition',
  families: ['safety'],
  facts: { gas: choice(['O2-intake', 'CO2-intake', 'H2-charging']), value_pct: measured({ beyond: 'both' }) },
  statuses: { pass: 'pass', fail: 'fail' },
  onFail: { severity: 'general', actions: [] },
  evaluate: ({ gas, value_pct: value }, law) => {
    const limit = law.limit('safety', `air.${gas}`);
    const { broken, working, citation } = compare(concentrationOf(gas), value, limit);
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { limit_pct: exact(limit.value).toNumber() },
      citations: [citation],
      workings: [working],
    };
  },
});
