import { passOrFail } from '../compare-all.ts';
import { exact, shown } from '../decimal.ts';
import { choice, count, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { computed } from '../workings.ts';

/** Test points of the effect check (防突细则 art. 72); groups = ⌈length / step⌉ is the product's reading. */
const steps = { block: 50, uncovering: null, 'strip-cross-holes': 50, 'strip-in-seam-holes': 30 } as const;
const wideFrom = 120;

type AreaKind = keyof typeof steps;

function perGroup(areaKind: AreaKind, wide: boolean): number {
  if (areaKind === 'uncovering') return 4;
  return areaKind === 'block' ? (wide ? 3 : 2) : 1;
}

export const outburstCheckPoints = defineRule({
  id: 'gas.outburst.checkPoints',
  families: ['outburst'],
  facts: {
    areaKind: choice(['block', 'uncovering', 'strip-cross-holes', 'strip-in-seam-holes']),
    length_m: number(),
    width_m: number(),
    points: count(),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ areaKind, length_m: length, width_m: width, points }, law) => {
    const step = steps[areaKind];
    const groups = step === null ? 1 : length.div(step).ceil().toNumber();
    const each = perGroup(areaKind, width.gt(wideFrom));
    const required = Math.max(groups * each, areaKind === 'strip-in-seam-holes' ? 5 : 0);
    const put = step === null ? String(each) : `⌈${shown(length)} / ${step}⌉ × ${each}`;
    return {
      outcome: points >= required ? 'pass' : 'fail',
      results: { requiredPoints: required },
      citations: [law.clause('outburst', 'checkPoints')],
      workings: [computed('n = ⌈L / s⌉ · k', put, exact(required), '')],
    };
  },
});
