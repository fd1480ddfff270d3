import { Decimal } from 'decimal.js';
import { type DecimalString, decimalString } from '../vocabulary/quantity.ts';

/** Nine digits tell any two 32-bit floats apart. */
const MOST_DIGITS = 9;

const plain = (amount: Decimal): DecimalString => decimalString.parse(amount.isZero() ? '0' : amount.toFixed());

/** The shortest decimal that is this 32-bit float and no other; null for what is not a number or not finite. */
export function float32Decimal(value: number): DecimalString | null {
  if (!Number.isFinite(value)) return null;
  for (let digits = 1; digits < MOST_DIGITS; digits++) {
    const short = value.toPrecision(digits);
    if (Math.fround(Number(short)) === value) return plain(new Decimal(short));
  }
  return plain(new Decimal(value.toPrecision(MOST_DIGITS)));
}

/** A count times a factor as an exact decimal: (105, 0.01) is `"1.05"`. */
export const countTimes = (count: number | DecimalString, factor: number): DecimalString =>
  plain(new Decimal(count).times(factor));

/** A computed number with so many decimals. */
export const roundedDecimal = (value: number, decimals: number): DecimalString =>
  plain(new Decimal(value.toFixed(decimals)));

/** So many per cent of a whole, exactly: (50, 5) is `"2.5"`. */
export const percentOf = (percent: DecimalString, whole: number): DecimalString =>
  plain(new Decimal(percent).times(whole).div(100));

/** Whether an exact decimal lies above a limit. */
export const isAbove = (amount: DecimalString, limit: number): boolean => new Decimal(amount).gt(limit);

export const isBelow = (amount: DecimalString, limit: number): boolean => new Decimal(amount).lt(limit);

/** An amount with the decimal point so many places to the left. */
export const dividedByTens = (amount: DecimalString, places: number): DecimalString =>
  plain(new Decimal(amount).div(new Decimal(10).pow(places)));
