import { passOrFail } from '../compare-all.ts';
import { type Exact, exact } from '../decimal.ts';
import { choice, count, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { derive, weigh } from '../workings.ts';

/** Test points of the effect check (防突细则 art. 72); groups = ⌈length / step⌉ is the product's reading. */
const steps = { block: 50, uncovering: null, 'strip-cross-holes': 50, 'strip-in-seam-holes': 30 } as const;
const wideFrom = 120;
const leastInSeam = 5;

export type AreaKind = keyof typeof steps;

function perGroup(areaKind: AreaKind, wide: boolean): number {
  if (areaKind === 'uncovering') return 4;
  return areaKind === 'block' ? (wide ? 3 : 2) : 1;
}

/** How the points must lie: at least `each` in every stretch of `step_m`, `least` in all. Uncovering knows no stretches. */
export function pointLayout(areaKind: AreaKind, width_m: Exact): PointLayout {
  const each = perGroup(areaKind, width_m.gt(wideFrom));
  return { step_m: steps[areaKind], each, least: areaKind === 'strip-in-seam-holes' ? leastInSeam : each };
}
interface PointLayout {
  readonly step_m: number | null;
  readonly each: number;
  readonly least: number;
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
    const { step_m: step, each } = pointLayout(areaKind, width);
    const k = { value: exact(each), unit: '' };
    const s = { value: exact(step ?? 0), unit: 'm' };
    const least = { value: exact(leastInSeam), unit: '' };
    const required =
      step === null
        ? derive('n_min = k', '', { k })
        : areaKind === 'strip-in-seam-holes'
          ? derive('n_min = max(⌈L / s⌉ · k; n_0)', '', { L: length, s, k, n_0: least })
          : derive('n_min = ⌈L / s⌉ · k', '', { L: length, s, k });
    const { broken, working } = weigh('n', exact(points), {
      comparator: '>=',
      sense: 'must',
      unit: '',
      value: required.value,
      symbol: 'n_min',
    });
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { requiredPoints: required.value.toNumber() },
      citations: [law.clause('outburst', 'checkPoints')],
      workings: [required.working, working],
    };
  },
});
