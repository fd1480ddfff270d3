import { z } from 'zod';
import { isFormula, isSymbol, parseEquation, symbolsOf } from './formula.ts';
import { decimalString } from './quantity.ts';
import { isoDate } from './time.ts';

/** An amount with all its digits. Past the range of an instrument there is no number, only the word. */
const amount = z.union([decimalString, z.enum(['over_range', 'under_range'])]);
export type Amount = z.infer<typeof amount>;

const symbol = z.string().refine(isSymbol, 'not a letter of a formula');

/** What was put in for a letter of a formula; `fact` is the key of the fact it was given as, or null for a figure of the law or a result. */
const put = z.strictObject({
  symbol,
  value: amount,
  unit: z.string(),
  fact: z.string().nullable(),
});
export type Put = z.infer<typeof put>;

export const orderSign = z.enum(['<', '≤', '≥', '>']);
export type OrderSign = z.infer<typeof orderSign>;

/** How a result is rounded where it is shown. It is never rounded before it is put in or compared. */
const rounding = z.strictObject({ decimals: z.int().nonnegative(), mode: z.literal('half-up') });

const computed = z
  .strictObject({
    kind: z.literal('computed'),
    formula: z.string().refine((text) => isFormula(text, 'equation'), 'not a formula'),
    values: z.array(put),
    /** With all its digits, forty at most. */
    result: amount,
    unit: z.string(),
    rounding,
  })
  .refine(
    ({ formula, values }) =>
      !isFormula(formula, 'equation') ||
      symbolsOf(parseEquation(formula).right).every((one) => values.some((value) => value.symbol === one)),
    'a letter has no value',
  );

/**
 * One line of arithmetic that can be checked on paper. Formulas and symbols are written in the notation of
 * `formula.ts` (`Q_min = 100 · k · Q / C`); `values` has one entry for each letter of the right side.
 */
export const working = z.discriminatedUnion('kind', [
  computed,
  /** A value held against a bound; `holds` is true where it is in order. */
  z.strictObject({
    kind: z.literal('compared'),
    /** A letter, or a short formula of one. */
    symbol: z.string().refine((text) => isFormula(text), 'not a formula'),
    sign: orderSign,
    value: amount,
    limit: amount,
    /** The letter of a bound that was computed or given; null where it is a figure of the law. */
    limitSymbol: symbol.nullable(),
    unit: z.string(),
    fact: z.string().nullable(),
    holds: z.boolean(),
  }),
  /** A limit that depends on a size: the row of the table the size falls in, between `above` and `upTo`. */
  z.strictObject({
    kind: z.literal('row'),
    size: put,
    above: decimalString.nullable(),
    upTo: decimalString.nullable(),
    /** Whether the end belongs to its row or to the next. */
    ends: z.enum(['inclusive', 'exclusive']),
    symbol,
    /** Null: the table has no figure there. */
    result: decimalString.nullable(),
    unit: z.string(),
  }),
  /** Days that must follow one another, an equal day included. */
  z.strictObject({
    kind: z.literal('days'),
    days: z.array(z.strictObject({ symbol, day: isoDate.nullable() })).min(2),
    holds: z.boolean(),
  }),
]);
export type Working = z.infer<typeof working>;
export type WorkingOf<K extends Working['kind']> = Extract<Working, { kind: K }>;
