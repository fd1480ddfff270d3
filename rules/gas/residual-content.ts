import type { Working } from '../../vocabulary/working.ts';
import type { Exact } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { type Derived, derive } from '../workings.ts';

/** What a unit of `coal` tonnes still holds per tonne, m³/t, exactly: what it held less what was drained. */
export const contentByBalance = (original: Exact, coal: Exact, drained: Exact): Exact =>
  balance(original, coal, drained).value;

const balance = (original: Exact, coal: Exact, drained: Exact): Derived =>
  derive('W_CY = (W_0 · G − Q) / G', 'm³/t', { W_0: original, G: coal, Q: drained });

/** Residual content by balance: what the unit held less what was drained, per tonne. */
export const residualByBalance = defineRule({
  id: 'gas.residual.byBalance',
  families: ['drainage'],
  facts: { originalContent_m3PerT: number(), coalReserve_t: number('positive'), drainedGas_m3: number() },
  statuses: { computed: 'notApplicable' },
  computes: true,
  evaluate: ({ originalContent_m3PerT: original, coalReserve_t: coal, drainedGas_m3: drained }, law) => {
    const { value, working } = balance(original, coal, drained);
    return {
      outcome: 'computed',
      results: { value: value.toNumber(), unit: 'm3/t' },
      citations: [law.clause('drainage', 'formulas')],
      workings: [working],
    };
  },
});

/** Atmospheric pressure of the annex, MPa; the residual pressure is gauge. */
const atmosphere = { value: '0.1', unit: 'MPa' };
const standard = { value: '0.101325', unit: 'MPa' };

const coal = {
  langmuirA_m3PerT: number(),
  langmuirB_perMPa: number('positive'),
  ash_pct: number(),
  moisture_pct: number(),
  porosity_m3PerM3: number(),
  coalDensity_tPerM3: number('positive'),
};

/** Share of pure dry coal. */
const coalShare = (ash: Exact, moisture: Exact): Derived =>
  derive('k = (100 − A_d − M_ad) / 100 / (1 + 0.31 · M_ad)', '', { A_d: ash, M_ad: moisture });

/** The constants of the coal, exact, as the annex names them. */
export interface Coal {
  readonly langmuirA_m3PerT: Exact;
  readonly langmuirB_perMPa: Exact;
  readonly ash_pct: Exact;
  readonly moisture_pct: Exact;
  readonly porosity_m3PerM3: Exact;
  readonly coalDensity_tPerM3: Exact;
}

const lettersOf = (coal: Coal) => ({
  a: coal.langmuirA_m3PerT,
  b: coal.langmuirB_perMPa,
  π: coal.porosity_m3PerM3,
  γ: coal.coalDensity_tPerM3,
  k: coalShare(coal.ash_pct, coal.moisture_pct),
});

const absolute = (gauge: Exact): Derived => derive('P = P_g + P_a', 'MPa', { P_g: gauge, P_a: atmosphere });

const residualAt = (coal: Coal, pressure: Derived): Derived =>
  derive('W_CY = a · b · P / (1 + b · P) · k + π · P / (γ · P_0)', 'm³/t', {
    ...lettersOf(coal),
    P: pressure,
    P_0: standard,
  });

const bound = (coal: Coal): Derived =>
  derive('W_CC = P_a · a · b / (1 + P_a · b) · k + π / γ', 'm³/t', { ...lettersOf(coal), P_a: atmosphere });

/** W_CY at a residual gauge pressure in MPa, m³/t, exactly. */
export const contentAtPressure = (coal: Coal, gauge: Exact): Exact => residualAt(coal, absolute(gauge)).value;

/** W_j of a residual content that is known by another way, with the lines that say so. */
export function desorbableOf(
  coal: Coal,
  content: Exact,
): { readonly free: Exact; readonly workings: readonly Working[] } {
  const stays = bound(coal);
  const free = derive('W_j = W_CY − W_CC', 'm³/t', { W_CY: { value: content, unit: 'm³/t' }, W_CC: stays });
  const k = coalShare(coal.ash_pct, coal.moisture_pct);
  return { free: free.value, workings: [k, stays, free].map(({ working }) => working) };
}

/** Residual, non-desorbable and desorbable content from residual pressure (163号 annex). W_CC uses π/γ as printed. */
export const residualByPressure = defineRule({
  id: 'gas.residual.byPressure',
  families: ['drainage'],
  facts: { ...coal, residualPressure_MPa: number() },
  statuses: { computed: 'notApplicable' },
  computes: true,
  evaluate: (facts, law) => {
    const k = coalShare(facts.ash_pct, facts.moisture_pct);
    const pressure = absolute(facts.residualPressure_MPa);
    const [residual, stays] = [residualAt(facts, pressure), bound(facts)];
    const free = derive('W_j = W_CY − W_CC', 'm³/t', { W_CY: residual, W_CC: stays });
    return {
      outcome: 'computed',
      results: {
        residualContent_m3PerT: residual.value.toNumber(),
        nonDesorbableContent_m3PerT: stays.value.toNumber(),
        desorbableContent_m3PerT: free.value.toNumber(),
      },
      citations: [law.clause('drainage', 'formulas')],
      workings: [k, pressure, residual, stays, free].map(({ working }) => working),
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
    const { langmuirA_m3PerT: a, langmuirB_perMPa: b, residualContent_m3PerT: W } = facts;
    const k = coalShare(facts.ash_pct, facts.moisture_pct);
    const c = derive('c = π / (P_0 · γ)', 'm³/(t·MPa)', {
      π: facts.porosity_m3PerM3,
      P_0: standard,
      γ: facts.coalDensity_tPerM3,
    });
    const p = derive('p = b · W − a · b · k − c', 'm³/(t·MPa)', { b, W, a, k, c });
    const pressure = derive('P = (p + √(p^2 + 4 · b · c · W)) / (2 · b · c) − P_a', 'MPa', {
      p,
      b,
      c,
      W,
      P_a: atmosphere,
    });
    return {
      outcome: 'computed',
      results: { value: pressure.value.toNumber(), unit: 'MPa' },
      citations: [law.clause('drainage', 'formulas')],
      workings: [k, c, p, pressure].map(({ working }) => working),
    };
  },
});
