import { actionLocation } from '../../vocabulary/place.ts';
import { exact, holds } from '../decimal.ts';
import { choice, measured, number, optional } from '../facts/fact.ts';
import { defineRule, type Finding, lacking } from '../rule.ts';
import { compare } from '../workings.ts';
import { actionFinding, triggersAt } from './action.ts';

/** Methane by location and what must be done (art. 171–173). An accumulation counts from more than 0.5 m³. */
export const ch4Action = defineRule({
  id: 'gas.ch4.action',
  families: ['safety'],
  facts: {
    location: choice(actionLocation.options),
    ch4_pct: measured({ beyond: 'above' }),
    accumulationVolume_m3: optional(number()),
  },
  statuses: { exceeded: 'fail', normal: 'pass' },
  lists: ['actions'],
  evaluate: ({ location, ch4_pct: ch4, accumulationVolume_m3: volume }, law) => {
    const limits = triggersAt(law, 'CH4', location);
    const finding = actionFinding(law, limits, 'c(CH₄)', ch4);
    if (location !== 'localAccumulation') return finding;
    const atLeast = limits.find((entry) => holds(ch4, entry.comparator, entry.value));
    if (atLeast === undefined) return finding;
    // Past the range nobody waits for a volume: the gravest action stands.
    if (volume === null) return ch4.isFinite() ? lacking('accumulationVolume_m3') : finding;
    const size = compare('V', volume ?? exact(0), law.limit('safety', 'ch4.accumulationVolume'));
    const workings = [...(finding.workings ?? []), size.working];
    const small: Finding = { ...finding, outcome: 'normal', results: { actions: [] }, actions: [], workings };
    return size.broken ? { ...finding, workings } : withoutSeverity(small);
  },
});

function withoutSeverity({ severity: _dropped, ...rest }: Finding): Finding {
  return rest;
}
