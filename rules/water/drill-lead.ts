import { allOf, passOrFail } from '../compare-all.ts';
import { type Exact, exact } from '../decimal.ts';
import { choice, number, optional } from '../facts/fact.ts';
import type { Law } from '../packs/law.ts';
import { rowValue } from '../packs/rows.ts';
import { defineRule, lacking } from '../rule.ts';
import { compare } from '../workings.ts';

/** The limit of the pressure's row: at exactly 1.0 MPa the heavier row holds. */
function rockLimit(law: Law, key: 'lead.rock' | 'casing.rock', pressure: Exact) {
  const table = law.table('water', key);
  const value = rowValue(table, pressure);
  if (value === null) throw new Error(`${key} has a figure for every pressure`);
  return { ...table, value };
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
    const limits =
      goaf || pressure === null
        ? { lead: law.limit('safety', 'lead.goaf'), casing: law.limit('safety', 'casing.goaf') }
        : { lead: rockLimit(law, 'lead.rock', pressure), casing: rockLimit(law, 'casing.rock', pressure) };
    const parts = { lead: compare('L', lead, limits.lead), casing: compare('l', casing, limits.casing) };
    return allOf(parts, 'fails', {
      requiredLead_m: exact(limits.lead.value).toNumber(),
      requiredCasing_m: exact(limits.casing.value).toNumber(),
      strict: limits.lead.comparator === '>',
    });
  },
});
