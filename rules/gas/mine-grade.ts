import { allOf } from '../compare-all.ts';
import { flag, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare } from '../workings.ts';

/** Gas grade of a mine (art. 169). A kind, not a pass or a fail. */
export const mineGrade = defineRule({
  id: 'gas.mine.grade',
  families: ['safety'],
  facts: {
    outburstMine: flag(),
    relativeEmission_m3PerT: number(),
    mineEmission_m3PerMin: number(),
    maxHeadingEmission_m3PerMin: number(),
    maxFaceEmission_m3PerMin: number(),
  },
  statuses: { low: 'notApplicable', high: 'notApplicable', outburst: 'notApplicable' },
  lists: ['exceeded'],
  evaluate: (facts, law) => {
    const compared = allOf(
      {
        relative: compare('q', facts.relativeEmission_m3PerT, law.limit('safety', 'grade.relative')),
        mine: compare('Q', facts.mineEmission_m3PerMin, law.limit('safety', 'grade.mine')),
        heading: compare('q_h', facts.maxHeadingEmission_m3PerMin, law.limit('safety', 'grade.heading')),
        face: compare('q_f', facts.maxFaceEmission_m3PerMin, law.limit('safety', 'grade.face')),
      },
      'exceeded',
    );
    const grade = compared.outcome === 'fail' ? 'high' : 'low';
    return { ...compared, outcome: facts.outburstMine ? 'outburst' : grade };
  },
});
