import type { Citation, Working } from '../vocabulary/verdict.ts';
import { type Exact, holds, shown } from './decimal.ts';
import type { Limit } from './packs/pack.ts';

const signs = { '<': '<', '<=': '≤', '>=': '≥', '>': '>' } as const;

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
  const met = holds(value, limit.comparator, typeof limit.value === 'string' ? limit.value : limit.value);
  const bound = typeof limit.value === 'string' ? limit.value : shown(limit.value);
  return {
    holds: met,
    broken: limit.sense === 'must' ? !met : met,
    citation: limit.citation,
    working: {
      formula: `${symbol} ${signs[limit.comparator]} ${bound}`,
      substituted: `${shown(value)} ${signs[limit.comparator]} ${bound}`,
      result: met ? '✓' : '✗',
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
