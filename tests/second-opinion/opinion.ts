import type { SeededRandom } from '../fuzz/random.ts';

/** What the second implementation says of a case, under the keys of the golden cases. */
export type Said = Readonly<Record<string, unknown>>;

/** One rule, written a second time from the published facts alone, with a maker of cases around its limits. */
export interface SecondRule {
  readonly id: string;
  readonly input: (random: SeededRandom) => Record<string, unknown>;
  readonly expected: (input: never) => Said;
  /** Inputs that may be `null` without making the case unknown. */
  readonly mayBeNull?: readonly string[];
  /** Inputs that this very case does not ask for. */
  readonly notAsked?: (input: never) => readonly string[];
  /** Results that are sets: compared without order. */
  readonly sets?: readonly string[];
}

/** Keeps the input type of each rule's own function while the list holds them all. */
export const secondRule = <I extends Record<string, unknown>>(rule: {
  readonly id: string;
  readonly input: (random: SeededRandom) => I;
  readonly expected: (input: I) => Said;
  readonly mayBeNull?: readonly string[];
  readonly notAsked?: (input: I) => readonly string[];
  readonly sets?: readonly string[];
}): SecondRule => rule;

/** A number around one of the limits (a step below, at, a step above), or anywhere up to `most`. */
export function near(random: SeededRandom, limits: readonly number[], step: number, most: number): number {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  const limit = limits[random.below(limits.length + 2)];
  const value =
    limit === undefined ? random.below(Math.round(most / step) + 1) * step : limit + (random.below(5) - 2) * step;
  return Number(Math.max(0, value).toFixed(decimals));
}

export const yes = (random: SeededRandom): boolean => random.below(2) === 1;

/** The names whose condition holds, in the order given. */
export const named = (...all: readonly (readonly [boolean, string])[]): string[] =>
  all.flatMap(([holds, name]) => (holds ? [name] : []));

export const passUnless = (fails: readonly string[]) => ({ verdict: fails.length === 0 ? 'pass' : 'fail', fails });
