import { passOrFail } from '../compare-all.ts';
import { type Exact, exact, shown } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import type { Law } from '../packs/law.ts';
import { rowValue } from '../packs/rows.ts';
import { defineRule, type Finding, type Undecided } from '../rule.ts';
import { compare, computed } from '../workings.ts';

/** Share of drained in all gas given off: η = Q_mc / (Q_mc + Q_mf) · 100, monthly means of pure flow. */
function rateFinding(law: Law, key: 'faceRate' | 'mineRate', drained: Exact, vented: Exact): Finding | Undecided {
  const table = law.table('drainage', key);
  const emission = drained.plus(vented);
  const sum = computed('Q = Q_mc + Q_mf', `${shown(drained)} + ${shown(vented)}`, emission, 'm³/min');
  const results = { emission_m3PerMin: emission.toNumber() };
  if (emission.isZero()) return { undecided: 'no-emission', results: { ...results, rate_pct: null, limit_pct: null } };
  const rate = drained.div(emission).times(100);
  const share = computed('η = Q_mc / Q × 100', `${shown(drained)} / ${shown(emission)} × 100`, rate, '%');
  const value = rowValue(table, emission);
  const figures = { ...results, rate_pct: rate.toNumber(), limit_pct: value === null ? null : exact(value).toNumber() };
  const found = { results: figures, citations: [table.citation] };
  if (value === null) return { ...found, outcome: 'not-applicable', workings: [sum, share] };
  const { broken, working } = compare('η', rate, { ...table, value });
  return { ...found, outcome: broken ? 'fail' : 'pass', workings: [sum, share, working] };
}

const facts = { drainedPure_m3PerMin: number(), ventilationEmission_m3PerMin: number() };
const onFail = { severity: 'general', actions: ['stopHeading', 'rectify'] } as const;

/** Drainage rate of a face by its emission (163号 art. 28); below 5 m³/min there is no row. */
export const faceDrainageRate = defineRule({
  id: 'gas.face.drainageRate',
  families: ['drainage'],
  facts,
  statuses: { pass: 'pass', fail: 'fail', 'not-applicable': 'notApplicable' },
  onFail,
  evaluate: ({ drainedPure_m3PerMin: drained, ventilationEmission_m3PerMin: vented }, law) =>
    rateFinding(law, 'faceRate', drained, vented),
});

/** Drainage rate of the mine by its emission (163号 art. 30). */
export const mineDrainageRate = defineRule({
  id: 'gas.mine.drainageRate',
  families: ['drainage'],
  facts,
  statuses: passOrFail,
  onFail,
  evaluate: ({ drainedPure_m3PerMin: drained, ventilationEmission_m3PerMin: vented }, law) =>
    rateFinding(law, 'mineRate', drained, vented),
});
