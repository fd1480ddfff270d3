import { choice, flag, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, lookUp } from '../workings.ts';

/** Is the seam an outburst seam (防突细则 art. 11)? All four indices, or clear signs; else firmness against pressure. */
export const outburstSeam = defineRule({
  id: 'gas.outburst.seam',
  families: ['outburst'],
  facts: {
    coalFailureType: choice(['I', 'II', 'III', 'IV', 'V']),
    initialVelocity_mmHg: number(),
    firmness_f: number(),
    gasPressure_MPa: number(),
    clearSigns: flag(),
  },
  statuses: { 'outburst-seam': 'fail', 'generally-outburst': 'fail', 'comprehensive-judgement': 'unknown' },
  onFail: { severity: 'general', actions: ['plan'] },
  evaluate: (facts, law) => {
    const firm = compare('f', facts.firmness_f, law.limit('outburst', 'seam.firmness'));
    const four = [
      compare('Δp', facts.initialVelocity_mmHg, law.limit('outburst', 'seam.velocity')),
      firm,
      compare('P', facts.gasPressure_MPa, law.limit('outburst', 'seam.pressure')),
    ];
    const citations = [firm.citation];
    const workings = four.map((part) => part.working);
    const soft = ['III', 'IV', 'V'].includes(facts.coalFailureType);
    if (facts.clearSigns || (soft && four.every((part) => part.broken)))
      return { outcome: 'outburst-seam', citations, workings };
    const table = law.table('outburst', 'seam.generally');
    const { value, working: row } = lookUp('P_f', table, 'f', facts.firmness_f);
    if (value === null) throw new Error('the seam table has a pressure for every firmness');
    const generally = compare('P', facts.gasPressure_MPa, { ...table, value });
    return {
      outcome: generally.broken ? 'generally-outburst' : 'comprehensive-judgement',
      citations,
      workings: [...workings, row, generally.working],
    };
  },
});
