import { z } from 'zod';
import { type Exact, exact } from '../decimal.ts';

/** How a form asks for a fact. */
export type FactKind = 'number' | 'count' | 'date' | 'choice' | 'flag' | 'codes' | 'text';

/** What reading one raw fact gives. `beyond` is over- or under-range, standing for an infinite amount. */
type Read<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'beyond'; readonly value: T; readonly quality: string }
  | { readonly is: 'quality'; readonly quality: string }
  | { readonly is: 'absent' }
  | { readonly is: 'bad' };

/** One fact a rule asks for. `needed: false` leaves its absence to the rule, which then sees null. */
export interface Fact<T> {
  readonly kind: FactKind;
  readonly options: readonly string[];
  readonly needed: boolean;
  readonly schema: z.ZodType;
  readonly read: (raw: unknown) => Read<T>;
}

const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/);
const qualityWord = z.strictObject({
  quality: z.enum(['warmup', 'calibrating', 'fault', 'over_range', 'under_range', 'invalid', 'missing', 'stale']),
});

function factOf<T>(kind: FactKind, schema: z.ZodType<T>, options: readonly string[] = []): Fact<T> {
  return {
    kind,
    options,
    needed: true,
    schema: schema.nullish(),
    read: (raw) => {
      if (raw === null || raw === undefined) return { is: 'absent' };
      const parsed = schema.safeParse(raw);
      return parsed.success ? { is: 'value', value: parsed.data } : { is: 'bad' };
    },
  };
}

type Range = 'any' | 'nonnegative' | 'positive';

const inRange = (range: Range) => (amount: Exact) =>
  range === 'any' || (range === 'positive' ? amount.gt(0) : amount.gte(0));

const amountOf = (range: Range) =>
  z
    .union([z.number(), decimalText])
    .transform((raw) => exact(raw))
    .refine(inRange(range));

/** A number that may also be a quality word. Beyond range counts only where the rule says the side can break a limit. */
export function measured(options: { beyond?: 'above' | 'below' | 'both'; range?: Range } = {}): Fact<Exact> {
  const side = options.beyond ?? 'none';
  const schema = amountOf(options.range ?? 'any');
  const asNumber = factOf<Exact>('number', schema);
  return {
    ...asNumber,
    schema: z.union([schema, qualityWord]).nullish(),
    read: (raw) => {
      const word = qualityWord.safeParse(raw);
      if (!word.success) return asNumber.read(raw);
      const { quality } = word.data;
      if (quality === 'over_range' && (side === 'above' || side === 'both'))
        return { is: 'beyond', value: exact(Infinity), quality };
      if (quality === 'under_range' && (side === 'below' || side === 'both'))
        return { is: 'beyond', value: exact(-Infinity), quality };
      return { is: 'quality', quality };
    },
  };
}

/** A quantity from a document, a plan or a nameplate; never negative. */
export const number = (range: Range = 'nonnegative'): Fact<Exact> => measured({ range });

export const count = (): Fact<number> => factOf('count', z.int().nonnegative());
export const flag = (): Fact<boolean> => factOf('flag', z.boolean());
export const text = (): Fact<string> => factOf('text', z.string().min(1));
export const date = (): Fact<string> => factOf('date', z.iso.date());
export const choice = <const O extends readonly string[]>(options: O): Fact<O[number]> =>
  factOf<O[number]>('choice', z.enum(options), options);
/** A list of codes; codes outside the list are kept and left to the rule. */
export const codes = (options: readonly string[] = []): Fact<readonly string[]> =>
  factOf('codes', z.array(z.string()), options);
/** Numbers of a list's items, 1 to `last`. */
export const itemNumbers = (last: number): Fact<readonly number[]> =>
  factOf('codes', z.array(z.int().min(1).max(last)));

export type Optional<T> = Omit<Fact<T>, 'needed'> & { readonly needed: false };

/** The rule itself says what the absence of this fact means. */
export const optional = <T>(fact: Fact<T>): Optional<T> => ({ ...fact, needed: false });

export type FactShape = Readonly<Record<string, Fact<unknown> | Optional<unknown>>>;

type ValueOf<F> = F extends Optional<infer T> ? T | null : F extends Fact<infer T> ? T : never;
/** The facts of a shape once read: needed ones are values, optional ones may be null. */
export type FactsOf<S extends FactShape> = { readonly [K in keyof S]: ValueOf<S[K]> };
