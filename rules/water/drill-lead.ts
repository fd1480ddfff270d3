import { after, allOf, passOrFail } from '../compare-all.ts';
import { type Exact, exact } from '../decimal.ts';
import { choice, number, optional } from '../facts/fact.ts';
import type { Law } from '../packs/law.ts';
import { defineRule, lacking } from '../rule.ts';
import { compare, lookUp } from '../workings.ts';

/** The limit of the pressure's row: at exactly 1.0 MPa the heavier row holds. */
function rockLimit(law: Law, key: 'lead.rock' | 'casing.rock', pressure: Exact) {
  const table = law.table('water', key);
  const { value, working } = lookUp(key === 'lead.rock' ? 'L_min' : 'l_min', table, 'p', pressure);
  if (value === null) throw new Error(`${key} has a figure for every pressure`);
  return { bound: { ...table, value }, rows: [working] };
}

/** Lead ahead of the face and casing of the hole: fixed at unclear goaf (规程), by pressure in rock (细则, strictly more). */
export const drillLead = defineRule({
  id: 'water.drill.lead',
  families: ({ target }) => [target === 'goaf-unclear' ? 'safety' : 'water'],
  facts: {
    target: choice(['goaf-unclear', 'rock']),
    waterPressure_MPa: optional(number()),
    lead_m: number(),
    casing_m: number(),
  },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['stopHeading'] },
  lists: ['fails'],
  evaluate: ({ target, waterPressure_MPa: pressure, lead_m: lead, casing_m: casing }, law) => {
    const goaf = target === 'goaf-unclear';
    if (!goaf && pressure === null) return lacking('waterPressure_MPa');
    const goafLimit = (key: 'lead.goaf' | 'casing.goaf') => ({ bound: law.limit('safety', key), rows: [] });
    const [leadLimit, casingLimit] =
      goaf || pressure === null
        ? [goafLimit('lead.goaf'), goafLimit('casing.goaf')]
        : [rockLimit(law, 'lead.rock', pressure), rockLimit(law, 'casing.rock', pressure)];
    const parts = { lead: compare('L', lead, leadLimit.bound), casing: compare('l', casing, casingLimit.bound) };
    const finding = allOf(parts, 'fails', {
      requiredLead_m: exact(leadLimit.bound.value).toNumber(),
      requiredCasing_m: exact(casingLimit.bound.value).toNumber(),
      strict: leadLimit.bound.comparator === '>',
    });
    return after([...leadLimit.rows, ...casingLimit.rows], finding);
  },
});
