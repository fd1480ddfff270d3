import type { Exact } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { type Derived, derive } from '../workings.ts';

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

const reserve = (unit: UnitSizes): Derived =>
  derive('G = (L − H_1 − H_2 + 2 · R) · (l − h_1 − h_2 + R) · m · γ', 't', {
    L: unit.strikeLength_m,
    H_1: unit.strikeMarginH1_m,
    H_2: unit.strikeMarginH2_m,
    R: unit.influenceRadius_m,
    l: unit.dipWidth_m,
    h_1: unit.dipMarginh1_m,
    h_2: unit.dipMarginh2_m,
    m: unit.seamThickness_m,
    γ: unit.coalDensity_tPerM3,
  });

/** G, the coal of a unit in tonnes, exactly. */
export const reserveOf = (unit: UnitSizes): Exact => reserve(unit).value;

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
    const { value, working } = reserve(facts);
    return {
      outcome: 'computed',
      results: { value: value.toNumber(), unit: 't' },
      citations: [law.clause('drainage', 'formulas')],
      workings: [working],
    };
  },
});
