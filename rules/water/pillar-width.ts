import { passOrFail } from '../compare-all.ts';
import { exact } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, derive } from '../workings.ts';

/** Barrier pillar: L = 0.5 K M √(3p / Kp), and never under the least width. */
export const pillarWidth = defineRule({
  id: 'water.pillar.width',
  families: ['water'],
  facts: {
    safetyFactorK: number('positive'),
    miningThickness_m: number('positive'),
    waterHead_MPa: number(),
    coalTensileStrength_MPa: number('positive'),
    actualPillar_m: number(),
  },
  statuses: passOrFail,
  onFail: { severity: 'major', actions: ['stopMine', 'list'] },
  evaluate: (facts, law) => {
    const { safetyFactorK: k, miningThickness_m: m, waterHead_MPa: p, coalTensileStrength_MPa: strength } = facts;
    const { value: width, working: line } = derive('L_0 = 0.5 · K · M · √(3 · p / K_p)', 'm', {
      K: k,
      M: m,
      p,
      K_p: strength,
    });
    const least = law.limit('water', 'pillar.least');
    const required = width.gt(least.value) ? width : exact(least.value);
    const { broken, working, citation } = compare('L', facts.actualPillar_m, { ...least, value: required });
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { computedWidth_m: width.toNumber(), requiredWidth_m: required.toNumber() },
      citations: [law.clause('water', 'pillar'), ...(citation.article === null ? [citation] : [])],
      workings: [line, working],
    };
  },
});
