import type { Gas } from '../../vocabulary/gas.ts';
import type { PlaceCode } from '../../vocabulary/place.ts';
import type { DecimalString } from '../../vocabulary/quantity.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { ActionCode, Citation } from '../../vocabulary/verdict.ts';
import { citationOf, packInForce } from '../packs/law.ts';
import type { Comparator, Limit, Pack } from '../packs/pack.ts';
import { type LiveRule, liveRule } from './place-rules.ts';

/** One mark on a tile's bar. `reachedWhen` is the comparator that makes the reading break it. */
export interface LimitTick {
  readonly value: DecimalString;
  readonly unit: '%VOL' | 'ppm';
  readonly reachedWhen: Comparator;
  readonly actions: readonly ActionCode[];
  readonly citation: Citation;
}

const opposite = { '<': '>=', '<=': '>', '>=': '<', '>': '<=' } as const satisfies Record<Comparator, Comparator>;

/** The limits of a gas at a place, least first; null where there is none (此处无限值) or no edition is in force. */
export function limitsAt(
  place: PlaceCode,
  gas: Gas,
  date: IsoDate,
  packs?: readonly Pack[],
): readonly LimitTick[] | null {
  const rule = liveRule(place, gas);
  const pack = packInForce('safety', date, packs);
  if (rule === null || pack === null) return null;
  const limits = pack.limits.filter((limit) => belongs(rule, limit, gas));
  if (limits.length === 0) return null;
  return limits
    .map((limit) => ({
      value: limit.value,
      unit: rule.unit,
      reachedWhen: limit.sense === 'triggers' ? limit.comparator : opposite[limit.comparator],
      actions: limit.actions,
      citation: citationOf(pack, limit),
    }))
    .sort((one, other) => Number(one.value) - Number(other.value));
}

function belongs(rule: LiveRule, limit: Limit, gas: Gas): boolean {
  if ('key' in rule.limits) return limit.key === rule.limits.key;
  return limit.gas === gas && (limit.places?.includes(rule.limits.location) ?? false);
}
