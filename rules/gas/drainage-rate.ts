import { passOrFail } from '../compare-all.ts';
import { type Exact, exact } from '../decimal.ts';
import { number } from '../facts/fact.ts';
import type { Law } from '../packs/law.ts';
import { defineRule, type Finding, type Undecided } from '../rule.ts';
import { compare, derive, lookUp } from '../workings.ts';

/** Share of drained in all gas given off: η = Q_mc / (Q_mc + Q_mf) · 100, monthly means of pure flow. */
function rateFinding(law: Law, key: 'faceRate' | 'mineRate', drained: Exact, vented: Exact): Finding | Undecided {
  const table = law.table('drainage', key);
  const emission = derive('Q = Q_mc + Q_mf', 'm³/min', { Q_mc: drained, Q_mf: vented });
  const results = { emission_m3PerMin: emission.value.toNumber() };
  if (emission.value.isZero())
    return { undecided: 'no-emission', results: { ...results, rate_pct: null, limit_pct: null } };
  const rate = derive('η = Q_mc / Q · 100', '%', { Q_mc: drained, Q: emission });
  const { value, working: row } = lookUp('η_min', table, 'Q', emission);
  const workings = [emission.working, rate.working, row];
  const figures = {
    ...results,
    rate_pct: rate.value.toNumber(),
    limit_pct: value === null ? null : exact(value).toNumber(),
  };
  const found = { results: figures, citations: [table.citation] };
  if (value === null) return { ...found, outcome: 'not-applicable', workings };
  const { broken, working } = compare('η', rate.value, { ...table, value });
  return { ...found, outcome: broken ? 'fail' : 'pass', workings: [...workings, working] };
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
