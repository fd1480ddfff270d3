import { measured } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Equipment cut off for methane may be powered again only strictly below the limit (art. 173). */
export const ch4Repower = defineRule({
  id: 'gas.ch4.repower',
  families: ['safety'],
  facts: { ch4_pct: measured({ beyond: 'above' }) },
  statuses: { 'may-repower': 'pass', 'keep-off': 'fail' },
  onFail: { severity: 'general', actions: ['cut-power', 'treat'] },
  evaluate: ({ ch4_pct: ch4 }, law) => {
    const { broken, working, citation } = compare('c(CH₄)', ch4, law.limit('safety', 'ch4.repower'));
    return { outcome: broken ? 'keep-off' : 'may-repower', citations: [citation], workings: [working] };
  },
});
