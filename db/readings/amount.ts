import { type DecimalString, scaledToDecimal } from '../../vocabulary/quantity.ts';

/** An exact decimal as two integers: `mantissa` over ten to the power of `decimals`. */
export interface ScaledAmount {
  readonly mantissa: number;
  readonly decimals: number;
}

const MOST_DECIMALS = 15;
const [MINUS, POINT, ZERO] = [0x2d, 0x2e, 0x30];

/**
 * The scaled form, or null where it would not give back the very same text (leading zeros, −0, more than 15 digits). Read character by character:
 * ten detectors give a hundred of these a second, and a stored log a million at once.
 */
export function amountToScaled(amount: DecimalString): ScaledAmount | null {
  const isNegative = amount.charCodeAt(0) === MINUS;
  const first = isNegative ? 1 : 0;
  let point = amount.length;
  let mantissa = 0;
  for (let at = first; at < amount.length; at += 1) {
    const code = amount.charCodeAt(at);
    if (code === POINT) point = at;
    else mantissa = mantissa * 10 + code - ZERO;
  }
  const decimals = Math.max(0, amount.length - point - 1);
  const hasLeadingZero = point - first > 1 && amount.charCodeAt(first) === ZERO;
  if (hasLeadingZero || !Number.isSafeInteger(mantissa) || decimals > MOST_DECIMALS) return null;
  if (!isNegative) return { mantissa, decimals };
  return mantissa === 0 ? null : { mantissa: -mantissa, decimals };
}

/** Throws a RangeError where no amount is of this form. */
export function scaledToAmount({ mantissa, decimals }: ScaledAmount): DecimalString {
  if (decimals > MOST_DECIMALS) throw new RangeError('too many decimals');
  return scaledToDecimal(mantissa, decimals);
}
