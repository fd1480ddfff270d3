import { flag, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Standardization grade of 2024; a disqualifier blocks the first grade only (open reading). */
export const standardizationGrade = defineRule({
  id: 'standardization.grade2024',
  families: ['standardization'],
  facts: {
    totalScore: number(),
    disasterPreventionMin: number(),
    professionalMin: number(),
    foundation: number(),
    hasDisqualifier: flag(),
  },
  statuses: { first: 'notApplicable', second: 'notApplicable', third: 'notApplicable', none: 'fail' },
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ totalScore, disasterPreventionMin, professionalMin, foundation, hasDisqualifier }, law) => {
    const scores = [totalScore, disasterPreventionMin, professionalMin, foundation];
    const first = [
      compare('S', totalScore, law.limit('standardization', 'first.total')),
      compare('S_d', disasterPreventionMin, law.limit('standardization', 'first.parts')),
      compare('S_p', professionalMin, law.limit('standardization', 'first.parts')),
      compare('S_f', foundation, law.limit('standardization', 'first.foundation')),
    ];
    const reaches = (key: string) =>
      scores.every((score) => compare('S', score, law.limit('standardization', key)).holds);
    const lower = reaches('second') ? 'second' : reaches('third') ? 'third' : 'none';
    return {
      outcome: !hasDisqualifier && first.every((part) => part.holds) ? 'first' : lower,
      citations: [law.limit('standardization', lower === 'third' ? 'third' : 'first.total').citation],
      workings: first.map((part) => part.working),
    };
  },
});
