import type { ActionLocation } from '../../vocabulary/place.ts';
import type { ActionCode } from '../../vocabulary/verdict.ts';
import { distinct } from '../citations.ts';
import { type Exact, holds } from '../decimal.ts';
import type { Law } from '../packs/law.ts';
import { citationOf } from '../packs/law.ts';
import type { Limit } from '../packs/pack.ts';
import type { Finding } from '../rule.ts';
import { compare } from '../workings.ts';

/** The limits of one gas that set actions off at a location, in the order of their figures. */
export const triggersAt = (law: Law, gas: 'CH4' | 'CO2', location: ActionLocation): readonly Limit[] =>
  law.pack('safety').limits.filter((entry) => entry.gas === gas && entry.places?.includes(location));

/** Every limit of the location held against the value; what is reached adds its actions. */
export function actionFinding(law: Law, limits: readonly Limit[], symbol: string, value: Exact): Finding {
  const pack = law.pack('safety');
  const compared = limits.map((entry) => compare(symbol, value, { ...entry, citation: citationOf(pack, entry) }));
  const reached = limits.filter((entry) => holds(value, entry.comparator, entry.value));
  const actions = mergedActions(reached);
  return {
    outcome: reached.length > 0 ? 'exceeded' : 'normal',
    results: { actions },
    actions,
    citations: distinct(compared.map((entry) => entry.citation)),
    workings: compared.map((entry) => entry.working),
    ...(reached.length > 0 ? { severity: 'general' as const } : {}),
  };
}

/** Stopping all work includes stopping the electric drill; a blasting ban stands beside it. */
function mergedActions(reached: readonly Limit[]): ActionCode[] {
  const all = [...new Set(reached.flatMap((entry) => entry.actions))];
  return all.includes('stop-work') ? all.filter((action) => action !== 'stop-electric-drill') : all;
}
