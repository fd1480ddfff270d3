import { flag, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, lookUp } from '../workings.ts';

/** Who must drain (163号 art. 7). A duty, not a breach; ranges sharing an end take the stricter row. */
export const drainageRequired = defineRule({
  id: 'gas.drainage.required',
  families: ['drainage'],
  facts: {
    hasOutburstSeam: flag(),
    maxFaceEmission_m3PerMin: number(),
    maxHeadingEmission_m3PerMin: number(),
    mineEmission_m3PerMin: number(),
    annualOutput_MtPerYear: number(),
  },
  statuses: { required: 'notApplicable', 'not-required': 'notApplicable' },
  lists: ['triggers'],
  evaluate: (facts, law) => {
    const table = law.table('drainage', 'required.byOutput');
    const { value, working: row } = lookUp('Q_A', table, 'A', facts.annualOutput_MtPerYear);
    const mine = facts.mineEmission_m3PerMin;
    const compared = {
      'face-gt-5': compare('q_f', facts.maxFaceEmission_m3PerMin, law.limit('drainage', 'required.face')),
      'heading-gt-3': compare('q_h', facts.maxHeadingEmission_m3PerMin, law.limit('drainage', 'required.heading')),
      'mine-ge-40': compare('Q', mine, law.limit('drainage', 'required.mine')),
      ...(value === null ? {} : { 'mine-by-output': compare('Q', mine, { ...table, value }) }),
    };
    const reached = Object.entries(compared).flatMap(([name, part]) => (part.broken ? [name] : []));
    const triggers = facts.hasOutburstSeam ? ['outburst-seam', ...reached] : reached;
    return {
      outcome: triggers.length > 0 ? 'required' : 'not-required',
      results: { triggers },
      citations: [law.clause('drainage', 'required.outburst')],
      workings: [row, ...Object.values(compared).map((part) => part.working)],
    };
  },
});
