import { passOrFail } from '../compare-all.ts';
import { exact, shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, computed } from '../workings.ts';

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
    const width = exact(0.5).times(k).times(m).times(exact(3).times(p).div(strength).sqrt());
    const least = law.limit('water', 'pillar.least');
    const required = width.gt(least.value) ? width : exact(least.value);
    const put = `0.5 × ${shown(k)} × ${shown(m)} × √(3 × ${shown(p)} / ${shown(strength)})`;
    const { broken, working, citation } = compare('L', facts.actualPillar_m, { ...least, value: required });
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { computedWidth_m: width.toNumber(), requiredWidth_m: required.toNumber() },
      citations: [law.clause('water', 'pillar'), ...(citation.article === null ? [citation] : [])],
      workings: [computed('L = 0.5 · K · M · √(3p / Kp)', put, width, 'm'), working],
    };
  },
});
