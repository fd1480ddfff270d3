import { type Equation, parseEquation, symbolsOf } from '../vocabulary/formula.ts';
import type { DecimalString } from '../vocabulary/quantity.ts';
import { decimalString } from '../vocabulary/quantity.ts';
import { isoDate } from '../vocabulary/time.ts';
import type { Citation } from '../vocabulary/verdict.ts';
import type { OrderSign, Put, Working, WorkingOf } from '../vocabulary/working.ts';
import { amountOf, type Exact, exact, holds, SHOWN_DECIMALS } from './decimal.ts';
import { originOf } from './facts/origin.ts';
import { unitOfKey } from './facts/units.ts';
import { evaluate } from './formula/evaluate.ts';
import type { Comparator, Limit, Table } from './packs/pack.ts';
import { rowAt } from './packs/rows.ts';

const signs = { '<': '<', '<=': '≤', '>=': '≥', '>': '>' } as const satisfies Record<Comparator, OrderSign>;
/** A limit that sets actions off is written as what would be in order: > 0.75 % as ≤ 0.75 %. */
const inOrder = { '<': '≥', '<=': '>', '>=': '<', '>': '≤' } as const satisfies Record<Comparator, OrderSign>;

/** One comparison of a value with a bound, written so that it can be checked on paper. */
interface Weighed {
  /** The comparator holds. For a limit that triggers this is the bad case. */
  readonly holds: boolean;
  /** The limit is broken: a `must` that does not hold, or a trigger that does. */
  readonly broken: boolean;
  readonly working: WorkingOf<'compared'>;
}

export type Compared = Weighed & { readonly citation: Citation };

/** `symbol` is the letter of a bound that is no figure of the law. */
type Bound = Pick<Limit, 'comparator' | 'sense' | 'unit'> & {
  readonly value: string | Exact;
  readonly symbol?: string;
};

/** Holds `value` against a bound; `symbol` is its letter in the formula. */
export function weigh(symbol: string, value: Exact, bound: Bound): Weighed {
  if (value.isNaN()) throw new Error(`${symbol} is not a number`);
  const met = holds(value, bound.comparator, bound.value);
  const broken = bound.sense === 'must' ? !met : met;
  return {
    holds: met,
    broken,
    working: {
      kind: 'compared',
      symbol,
      sign: (bound.sense === 'must' ? signs : inOrder)[bound.comparator],
      value: amountOf(value),
      limit: typeof bound.value === 'string' ? decimalString.parse(bound.value) : amountOf(bound.value),
      limitSymbol: bound.symbol ?? null,
      unit: bound.unit,
      fact: originOf(value),
      holds: !broken,
    },
  };
}

/** The same with the document behind the limit. */
export const compare = (symbol: string, value: Exact, limit: Bound & { readonly citation: Citation }): Compared => ({
  ...weigh(symbol, value, limit),
  citation: limit.citation,
});

/** What is put in for a letter: a fact, a figure of the law, or what another line gave. */
type Term = Exact | { readonly value: Exact | string; readonly unit: string; readonly fact?: string };

/** A formula that was worked out, and the line that says so. */
export interface Derived {
  readonly value: Exact;
  readonly unit: string;
  readonly working: WorkingOf<'computed'>;
}

/** A formula is written the same way on every verdict: it is read once. */
const equations = new Map<string, Equation>();

function equationOf(formula: string): Equation {
  const known = equations.get(formula) ?? parseEquation(formula);
  equations.set(formula, known);
  return known;
}

/**
 * Works a formula out with the terms put in for its letters; the line it gives is the computation itself, so the two
 * cannot differ. Formulas are in the notation of `vocabulary/formula.ts`.
 */
export function derive(formula: string, unit: string, terms: Readonly<Record<string, Term>>): Derived {
  const { right } = equationOf(formula);
  const puts = new Map(Object.entries(terms).map(([symbol, term]) => [symbol, putOf(symbol, term)]));
  const amountAt = (symbol: string): Exact => {
    const term = terms[symbol];
    if (term === undefined) throw new Error(`${symbol} has no value in ${formula}`);
    return 'unit' in term ? exact(term.value) : term;
  };
  const value = evaluate(right, amountAt);
  return {
    value,
    unit,
    working: {
      kind: 'computed',
      formula,
      values: symbolsOf(right).flatMap((symbol) => puts.get(symbol) ?? []),
      result: amountOf(value),
      unit,
      rounding: { decimals: SHOWN_DECIMALS, mode: 'half-up' },
    },
  };
}

function putOf(symbol: string, term: Term): Put {
  if ('unit' in term) return { symbol, value: amountOf(exact(term.value)), unit: term.unit, fact: term.fact ?? null };
  const fact = originOf(term);
  return { symbol, value: amountOf(term), unit: (fact === null ? null : unitOfKey(fact)) ?? '', fact };
}

/** The row of a table a size falls in, and the line that says which. */
export function lookUp(
  symbol: string,
  table: Pick<Table, 'rows' | 'ends' | 'unit'>,
  sizeSymbol: string,
  size: Term,
): { readonly value: DecimalString | null; readonly working: WorkingOf<'row'> } {
  const put = putOf(sizeSymbol, size);
  const { value, above, upTo } = rowAt(table, 'unit' in size ? exact(size.value) : size);
  const { ends, unit } = table;
  return { value, working: { kind: 'row', size: put, above, upTo, ends, symbol, result: value, unit } };
}

/** Days that must follow one another. A day that is not there is null, and the line does not hold. */
export const daysInOrder = (days: Readonly<Record<string, string | null>>, good: boolean): Working => ({
  kind: 'days',
  days: Object.entries(days).map(([symbol, day]) => ({ symbol, day: day === null ? null : isoDate.parse(day) })),
  holds: good,
});

/** `O2-intake` as `c(O₂)`. */
export const concentrationOf = (gas: string): string =>
  `c(${gas.replace(/-.*$/, '').replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + Number(digit)))})`;
