import type { Citation, Working } from '../vocabulary/verdict.ts';
import { type Exact, holds, shown } from './decimal.ts';
import type { Limit } from './packs/pack.ts';

const signs = { '<': '<', '<=': '≤', '>=': '≥', '>': '>' } as const;
/** A limit that sets actions off is written as what would be in order: > 0.75 % as ≤ 0.75 %. */
const inOrder = { '<': '≥', '<=': '>', '>=': '<', '>': '≤' } as const;

/** One comparison of a value with a limit, written so that it can be checked on paper. */
export interface Compared {
  /** The comparator holds. For a limit that triggers this is the bad case. */
  readonly holds: boolean;
  /** The limit is broken: a `must` that does not hold, or a trigger that does. */
  readonly broken: boolean;
  readonly working: Working;
  readonly citation: Citation;
}

type CitedLimit = Pick<Limit, 'comparator' | 'sense' | 'unit'> & {
  readonly value: string | Exact;
  readonly citation: Citation;
};

/** Holds `value` against a limit; `symbol` is its letter in the formula. */
export function compare(symbol: string, value: Exact, limit: CitedLimit): Compared {
  const met = holds(value, limit.comparator, limit.value);
  const broken = limit.sense === 'must' ? !met : met;
  const sign = (limit.sense === 'must' ? signs : inOrder)[limit.comparator];
  const bound = typeof limit.value === 'string' ? limit.value : shown(limit.value);
  return {
    holds: met,
    broken,
    citation: limit.citation,
    working: {
      formula: `${symbol} ${sign} ${bound}`,
      substituted: `${shown(value)} ${sign} ${bound}`,
      result: broken ? '✗' : '✓',
      unit: limit.unit,
    },
  };
}

/** A formula with its numbers put in. */
export const computed = (formula: string, substituted: string, result: Exact, unit: string): Working => ({
  formula,
  substituted,
  result: shown(result),
  unit,
});

/** Each citation once, in order of use. */
export function distinct(citations: readonly Citation[]): Citation[] {
  const seen = new Map(citations.map((entry) => [`${entry.document} ${entry.article ?? ''}`, entry]));
  return [...seen.values()];
}
