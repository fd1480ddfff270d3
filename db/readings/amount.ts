import { type DecimalString, scaledToDecimal } from '../../vocabulary/quantity.ts';

/** An exact decimal as two integers: `mantissa` over ten to the power of `decimals`. */
export interface ScaledAmount {
  readonly mantissa: number;
  readonly decimals: number;
}

const MOST_DECIMALS = 15;

/** The scaled form, or null where it would not give back the very same text (leading zeros, −0, more than 15 digits). */
export function amountToScaled(amount: DecimalString): ScaledAmount | null {
  const point = amount.indexOf('.');
  const decimals = point < 0 ? 0 : amount.length - point - 1;
  const mantissa = Number(point < 0 ? amount : amount.slice(0, point) + amount.slice(point + 1));
  if (!Number.isSafeInteger(mantissa) || decimals > MOST_DECIMALS) return null;
  return scaledToDecimal(mantissa, decimals) === amount ? { mantissa, decimals } : null;
}

/** Throws a RangeError where no amount is of this form. */
export function scaledToAmount({ mantissa, decimals }: ScaledAmount): DecimalString {
  if (decimals > MOST_DECIMALS) throw new RangeError('too many decimals');
  return scaledToDecimal(mantissa, decimals);
}
