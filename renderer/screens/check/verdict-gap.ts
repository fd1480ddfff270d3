import { amountOf, exactOf } from '../../../rules/decimal.ts';
import { decimalsToRead, rounded } from '../../../rules/formula/shown-amount.ts';
import type { OrderSign, Working } from '../../../vocabulary/working.ts';

/** A comparison of the arithmetic in parts as it is read in a sentence, with what is between value and limit. */
export interface Gap {
  readonly value: string;
  readonly sign: OrderSign;
  readonly limit: string;
  readonly by: string;
  readonly unit: string;
  readonly met: boolean;
}

/** An amount that never leaves its unit at the end of a line. */
export const withUnit = (amount: string, unit: string): string => `${amount}\u00a0${unit}`.trimEnd();

/** One comparison; null where the line is no comparison of numbers or a value is past the range. */
export function gapOf(working: Working): Gap | null {
  if (working.kind !== 'compared') return null;
  const { value, sign, limit, unit, holds: met } = working;
  const by = exactOf(value).minus(exactOf(limit)).abs();
  if (!by.isFinite()) return null;
  const decimals = decimalsToRead(value, limit);
  const [shownValue, shownLimit, shownBy] = [value, limit, amountOf(by)].map((one) => rounded(one, decimals));
  return { value: shownValue ?? '', sign, limit: shownLimit ?? '', by: shownBy ?? '', unit, met };
}

/** The comparison that decides: the first that is not met, else the last. */
export function decidingGap(workings: readonly Working[]): Gap | null {
  const gaps = workings.map(gapOf).filter((gap) => gap !== null);
  return gaps.find((gap) => !gap.met) ?? gaps.at(-1) ?? null;
}
