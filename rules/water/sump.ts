import { passOrFail } from '../compare-all.ts';
import { holds } from '../decimal.ts';
import { choice, number } from '../facts/fact.ts';
import { defineRule } from '../rule.ts';
import { compare, derive } from '../workings.ts';

const districtShort = { severity: 'general', actions: ['rectify'] } as const;

/**
 * Effective volume of a sump (art. 313): hours of normal inflow, and 2(Q + 3000) for a main sump past 1000 m³/h. Of a district sump the
 * inflow is the district's own; the list of major hazards names the main drainage alone.
 */
export const sumpCapacity = defineRule({
  id: 'water.sump.capacity',
  families: ['safety'],
  facts: { sumpKind: choice(['main', 'district']), normalInflow_m3PerH: number(), effectiveVolume_m3: number() },
  statuses: passOrFail,
  onFail: { severity: 'major', actions: ['stopMine', 'list'] },
  evaluate: ({ sumpKind, normalInflow_m3PerH: inflow, effectiveVolume_m3: volume }, law) => {
    const small = holds(inflow, '<=', law.limit('safety', 'sump.largeInflow').value);
    const hours = law.limit('safety', sumpKind === 'main' ? 'sump.mainHours' : 'sump.districtHours');
    const large = sumpKind === 'main' && !small;
    const { value: required, working: formula } = large
      ? derive('V_min = 2 · (Q + 3000)', 'm³', { Q: inflow })
      : derive('V_min = t · Q', 'm³', { t: hours, Q: inflow });
    const bound = { ...hours, unit: 'm³', value: required, symbol: 'V_min' };
    const { broken, working, citation } = compare('V', volume, bound);
    return {
      outcome: broken ? 'fail' : 'pass',
      ...(broken && sumpKind === 'district' ? districtShort : {}),
      results: { requiredVolume_m3: required.toNumber() },
      citations: [citation],
      workings: [formula, working],
    };
  },
});

/** Share of a sump kept empty (art. 313). */
export const sumpEmpty = defineRule({
  id: 'water.sump.empty',
  families: ['safety'],
  facts: { totalVolume_m3: number('positive'), emptyVolume_m3: number() },
  statuses: passOrFail,
  onFail: { severity: 'general', actions: ['rectify'] },
  evaluate: ({ totalVolume_m3: total, emptyVolume_m3: empty }, law) => {
    const { value: ratio, working: line } = derive('r = V_0 / V · 100', '%', { V_0: empty, V: total });
    const { broken, working, citation } = compare('r', ratio, law.limit('safety', 'sump.empty'));
    return {
      outcome: broken ? 'fail' : 'pass',
      results: { emptyRatio_pct: ratio.toNumber() },
      citations: [citation],
      workings: [line, working],
    };
  },
});
