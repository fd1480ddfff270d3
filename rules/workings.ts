import type { Citation, Working } from '../vocabulary/verdict.ts';
import { type Exact, holds, shown } from './decimal.ts';
import type { Limit } from './packs/pack.ts';

const signs = { '<': '<', '<=': '≤', '>=': '≥', '>': '>' } as const;
/** A limit that sets actions off is written as what would be in order: > 0.75 % as ≤ 0.75 %. */
const inOrder = { '<': '≥', '<=': '>', '>=': '<', '>': '≤' } as const;

/** One comparison of a value with a bound, written so that it can be checked on paper. */
interface Weighed {
  /** The comparator holds. For a limit that triggers this is the bad case. */
  readonly holds: boolean;
  /** The limit is broken: a `must` that does not hold, or a trigger that does. */
  readonly broken: boolean;
  readonly working: Working;
}

export type Compared = Weighed & { readonly citation: Citation };

type Bound = Pick<Limit, 'comparator' | 'sense' | 'unit'> & { readonly value: string | Exact };

/** Holds `value` against a bound; `symbol` is its letter in the formula. */
export function weigh(symbol: string, value: Exact, bound: Bound): Weighed {
  if (value.isNaN()) throw new Error(`${symbol} is not a number`);
  const met = holds(value, bound.comparator, bound.value);
  const broken = bound.sense === 'must' ? !met : met;
  const sign = (bound.sense === 'must' ? signs : inOrder)[bound.comparator];
  const figure = typeof bound.value === 'string' ? bound.value : shown(bound.value);
  return {
    holds: met,
    broken,
    working: {
      formula: `${symbol} ${sign} ${figure}`,
      substituted: `${shown(value)} ${sign} ${figure}`,
      result: broken ? '✗' : '✓',
      unit: bound.unit,
    },
  };
}

/** The same with the document behind the limit. */
export const compare = (symbol: string, value: Exact, limit: Bound & { readonly citation: Citation }): Compared => ({
  ...weigh(symbol, value, limit),
  citation: limit.citation,
});

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
