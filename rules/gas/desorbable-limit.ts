import { exact } from '../decimal.ts';
import { measured, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, lookUp } from '../workings.ts';

/** Desorbable gas content by daily output (163号 art. 27). Between whole tonnes the next, stricter band is taken. */
export const desorbableLimit = defineRule({
  id: 'gas.desorbable.limit',
  families: ['drainage'],
  facts: { dailyOutput_t: number(), desorbableContent_m3PerT: measured({ beyond: 'above', range: 'nonnegative' }) },
  statuses: { pass: 'pass', fail: 'fail' },
  onFail: { severity: 'general', actions: ['stopHeading', 'rectify'] },
  evaluate: ({ dailyOutput_t: output, desorbableContent_m3PerT: content }, law) => {
    const table = law.table('drainage', 'desorbable');
    const { value, working: row } = lookUp('W_max', table, 'A', output);
    if (value === null) throw new Error('the desorbable table has a figure for every output');
    const { broken, working, citation } = compare('W_j', content, { ...table, value });
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { limit_m3PerT: exact(value).toNumber() },
      citations: [citation],
      workings: [row, working],
    };
  },
});
