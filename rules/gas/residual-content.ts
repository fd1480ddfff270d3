import { type Exact, exact, shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { computed } from '../workings.ts';

/** What a unit of `coal` tonnes still holds per tonne, m³/t, exactly: what it held less what was drained. */
export const contentByBalance = (original: Exact, coal: Exact, drained: Exact): Exact =>
  original.times(coal).minus(drained).div(coal);

/** Residual content by balance: what the unit held less what was drained, per tonne. */
export const residualByBalance = defineRule({
  id: 'gas.residual.byBalance',
  families: ['drainage'],
  facts: { originalContent_m3PerT: number(), coalReserve_t: number('positive'), drainedGas_m3: number() },
  statuses: { computed: 'notApplicable' },
  computes: true,
  evaluate: ({ originalContent_m3PerT: original, coalReserve_t: coal, drainedGas_m3: drained }, law) => {
    const value = contentByBalance(original, coal, drained);
    const put = `(${shown(original)} × ${shown(coal)} − ${shown(drained)}) / ${shown(coal)}`;
    return {
      outcome: 'computed',
      results: { value: value.toNumber(), unit: 'm3/t' },
      citations: [law.clause('drainage', 'formulas')],
      workings: [computed('W_CY = (W₀ · G − Q) / G', put, value, 'm³/t')],
    };
  },
});

/** Atmospheric pressure of the annex, MPa; the residual pressure is gauge. */
const atmosphere = exact('0.1');
const standard = exact('0.101325');

const coal = {
  langmuirA_m3PerT: number(),
  langmuirB_perMPa: number('positive'),
  ash_pct: number(),
  moisture_pct: number(),
  porosity_m3PerM3: number(),
  coalDensity_tPerM3: number('positive'),
};

/** Share of pure dry coal: (100 − Ad − Mad) / 100 / (1 + 0.31 Mad). */
const coalShare = (ash: Exact, moisture: Exact): Exact =>
  exact(100).minus(ash).minus(moisture).div(100).div(moisture.times('0.31').plus(1));

/** The constants of the coal, exact, as the annex names them. */
export interface Coal {
  readonly langmuirA_m3PerT: Exact;
  readonly langmuirB_perMPa: Exact;
  readonly ash_pct: Exact;
  readonly moisture_pct: Exact;
  readonly porosity_m3PerM3: Exact;
  readonly coalDensity_tPerM3: Exact;
}

/** Gas held by adsorption at an absolute pressure in MPa, m³/t. */
function adsorbedAt(coal: Coal, pressure: Exact): Exact {
  const { langmuirA_m3PerT: a, langmuirB_perMPa: b } = coal;
  return a.times(b).times(pressure).div(b.times(pressure).plus(1)).times(coalShare(coal.ash_pct, coal.moisture_pct));
}

/** W_CY at a residual gauge pressure in MPa, m³/t, exactly. */
export function contentAtPressure(coal: Coal, gauge: Exact): Exact {
  const pressure = gauge.plus(atmosphere);
  const free = coal.porosity_m3PerM3.times(pressure).div(coal.coalDensity_tPerM3.times(standard));
  return adsorbedAt(coal, pressure).plus(free);
}

/** W_CC, what stays in the coal at atmospheric pressure, m³/t, exactly; π/γ as printed. */
export const nonDesorbable = (coal: Coal): Exact =>
  adsorbedAt(coal, atmosphere).plus(coal.porosity_m3PerM3.div(coal.coalDensity_tPerM3));

/** Residual, non-desorbable and desorbable content from residual pressure (163号 annex). W_CC uses π/γ as printed. */
export const residualByPressure = defineRule({
  id: 'gas.residual.byPressure',
  families: ['drainage'],
  facts: { ...coal, residualPressure_MPa: number() },
  statuses: { computed: 'notApplicable' },
  computes: true,
  evaluate: (facts, law) => {
    const { langmuirA_m3PerT: a, langmuirB_perMPa: b, porosity_m3PerM3: pores, coalDensity_tPerM3: density } = facts;
    const share = coalShare(facts.ash_pct, facts.moisture_pct);
    const pressure = facts.residualPressure_MPa.plus(atmosphere);
    const residual = contentAtPressure(facts, facts.residualPressure_MPa);
    const bound = nonDesorbable(facts);
    const free = residual.minus(bound);
    const [A, B, P, K] = [a, b, pressure, share].map(shown);
    const put = `${A} × ${B} × ${P} / (1 + ${B} × ${P}) × ${K} + ${shown(pores)} × ${P} / (${shown(density)} × 0.101325)`;
    const putBound = `0.1 × ${A} × ${B} / (1 + 0.1 × ${B}) × ${K} + ${shown(pores)} / ${shown(density)}`;
    return {
      outcome: 'computed',
      results: {
        residualContent_m3PerT: residual.toNumber(),
        nonDesorbableContent_m3PerT: bound.toNumber(),
        desorbableContent_m3PerT: free.toNumber(),
      },
      citations: [law.clause('drainage', 'formulas')],
      workings: [
        computed(
          'k = (100 − Ad − Mad) / 100 / (1 + 0.31 Mad)',
          `Ad ${shown(facts.ash_pct)}, Mad ${shown(facts.moisture_pct)}`,
          share,
          '',
        ),
        computed('W_CY = ab(P + 0.1) / (1 + b(P + 0.1)) · k + π(P + 0.1) / (γ · 0.101325)', put, residual, 'm³/t'),
        computed('W_CC = 0.1ab / (1 + 0.1b) · k + π / γ', putBound, bound, 'm³/t'),
        computed('W_j = W_CY − W_CC', `${shown(residual)} − ${shown(bound)}`, free, 'm³/t'),
      ],
    };
  },
});

/** The inverse: residual gauge pressure from content. */
export const pressureFromContent = defineRule({
  id: 'gas.pressure.fromContent',
  families: ['drainage'],
  facts: { ...coal, residualContent_m3PerT: number(), porosity_m3PerM3: number('positive') },
  statuses: { computed: 'notApplicable' },
  computes: true,
  evaluate: (facts, law) => {
    const { langmuirA_m3PerT: a, langmuirB_perMPa: b, residualContent_m3PerT: content } = facts;
    const k = coalShare(facts.ash_pct, facts.moisture_pct);
    const c = facts.porosity_m3PerM3.div(standard.times(facts.coalDensity_tPerM3));
    const p = b.times(content).minus(a.times(b).times(k)).minus(c);
    const pressure = p
      .plus(p.pow(2).plus(b.times(c).times(content).times(4)).sqrt())
      .div(b.times(c).times(2))
      .minus(atmosphere);
    const put = `p ${shown(p)}, b ${shown(b)}, c ${shown(c)}, W ${shown(content)}`;
    return {
      outcome: 'computed',
      results: { value: pressure.toNumber(), unit: 'MPa' },
      citations: [law.clause('drainage', 'formulas')],
      workings: [
        computed(
          'c = π / (0.101325 γ)',
          `${shown(facts.porosity_m3PerM3)} / (0.101325 × ${shown(facts.coalDensity_tPerM3)})`,
          c,
          '',
        ),
        computed(
          'p = bW − abk − c',
          `${shown(b)} × ${shown(content)} − ${shown(a)} × ${shown(b)} × ${shown(k)} − ${shown(c)}`,
          p,
          '',
        ),
        computed('P = (p + √(p² + 4bcW)) / (2bc) − 0.1', put, pressure, 'MPa'),
      ],
    };
  },
});
