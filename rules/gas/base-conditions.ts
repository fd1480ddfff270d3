import { passOrFail } from '../compare-all.ts';
import { itemNumbers } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';

/** The eight cases of 163号 art. 22: one of them, and drainage is judged not up to standard. */
export const baseConditions = defineRule({
  id: 'gas.base.conditions',
  families: ['drainage'],
  facts: { failedItems: itemNumbers(8) },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading', 'rectify'] },
  evaluate: ({ failedItems }, law) => {
    const failedCount = new Set(failedItems).size;
    return {
      outcome: failedCount > 0 ? 'fail' : 'pass',
      results: { failedCount },
      citations: [law.clause('drainage', 'baseConditions')],
    };
  },
});
