import { exact } from '../../../rules/decimal.ts';
import type { Working } from '../../../vocabulary/verdict.ts';

export type Sign = '<' | '≤' | '≥' | '>';

/** A comparison of the arithmetic in parts, with what is between value and limit. */
export interface Gap {
  readonly value: string;
  readonly sign: Sign;
  readonly limit: string;
  readonly by: string;
  readonly unit: string;
  readonly met: boolean;
}

const comparison = /^(-?\d+(?:\.\d+)?) ([<≤≥>]) (-?\d+(?:\.\d+)?)$/;
const isSign = (text: string): text is Sign => text === '<' || text === '≤' || text === '≥' || text === '>';

/** Reads one comparison; null where the line is a formula or a value is past the range. */
export function gapOf(working: Working): Gap | null {
  const [, value, sign, limit] = comparison.exec(working.substituted) ?? [];
  if (value === undefined || limit === undefined || sign === undefined || !isSign(sign)) return null;
  const by = exact(value).minus(limit).abs().toFixed();
  return { value, sign, limit, by, unit: working.unit, met: working.result === '✓' };
}

/** The comparison that decides: the first that is not met, else the last. */
export function decidingGap(workings: readonly Working[]): Gap | null {
  const gaps = workings.map(gapOf).filter((gap) => gap !== null);
  return gaps.find((gap) => !gap.met) ?? gaps.at(-1) ?? null;
}
