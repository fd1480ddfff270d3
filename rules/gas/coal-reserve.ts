import { type Exact, shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { computed } from '../workings.ts';

/** The sizes of a unit, exact. */
export interface UnitSizes {
  readonly strikeLength_m: Exact;
  readonly dipWidth_m: Exact;
  readonly strikeMarginH1_m: Exact;
  readonly strikeMarginH2_m: Exact;
  readonly dipMarginh1_m: Exact;
  readonly dipMarginh2_m: Exact;
  readonly influenceRadius_m: Exact;
  readonly seamThickness_m: Exact;
  readonly coalDensity_tPerM3: Exact;
}

/** G, the coal of a unit in tonnes, exactly. */
export function reserveOf(unit: UnitSizes): Exact {
  const radius = unit.influenceRadius_m;
  const length = unit.strikeLength_m.minus(unit.strikeMarginH1_m).minus(unit.strikeMarginH2_m).plus(radius.times(2));
  const width = unit.dipWidth_m.minus(unit.dipMarginh1_m).minus(unit.dipMarginh2_m).plus(radius);
  return length.times(width).times(unit.seamThickness_m).times(unit.coalDensity_tPerM3);
}

/** Coal of an evaluation unit, t: (L − H1 − H2 + 2R)(l − h1 − h2 + R) · m · γ. Margins are equivalent drained widths. */
export const coalReserve = defineRule({
  id: 'gas.unit.coalReserve',
  families: ['drainage'],
  facts: {
    strikeLength_m: number(),
    dipWidth_m: number(),
    strikeMarginH1_m: number(),
    strikeMarginH2_m: number(),
    dipMarginh1_m: number(),
    dipMarginh2_m: number(),
    influenceRadius_m: number(),
    seamThickness_m: number(),
    coalDensity_tPerM3: number('positive'),
  },
  statuses: { computed: 'notApplicable' },
  computes: true,
  evaluate: (facts, law) => {
    const {
      strikeLength_m: L,
      dipWidth_m: l,
      influenceRadius_m: R,
      seamThickness_m: m,
      coalDensity_tPerM3: gamma,
    } = facts;
    const { strikeMarginH1_m: H1, strikeMarginH2_m: H2, dipMarginh1_m: h1, dipMarginh2_m: h2 } = facts;
    const reserve = reserveOf(facts);
    const formula = 'G = (L − H₁ − H₂ + 2R)(l − h₁ − h₂ + R) · m · γ';
    const first = `(${shown(L)} − ${shown(H1)} − ${shown(H2)} + 2 × ${shown(R)})`;
    const put = `${first} × (${shown(l)} − ${shown(h1)} − ${shown(h2)} + ${shown(R)}) × ${shown(m)} × ${shown(gamma)}`;
    return {
      outcome: 'computed',
      results: { value: reserve.toNumber(), unit: 't' },
      citations: [law.clause('drainage', 'formulas')],
      workings: [computed(formula, put, reserve, 't')],
    };
  },
});
