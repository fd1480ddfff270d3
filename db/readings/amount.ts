import { type DecimalString, decimalString, scaledToDecimal } from '../../vocabulary/quantity.ts';

/** An exact decimal as two integers: `mantissa` over ten to the power of `decimals`. */
export interface ScaledAmount {
  readonly mantissa: number;
  readonly decimals: number;
}

/** The scaled form, or null where it would not give back the very same text (leading zeros, −0, more than 15 digits). */
export function amountToScaled(amount: DecimalString): ScaledAmount | null {
  const point = amount.indexOf('.');
  const decimals = point < 0 ? 0 : amount.length - point - 1;
  const mantissa = Number(amount.replace('.', ''));
  if (!Number.isSafeInteger(mantissa) || decimals > 15) return null;
  return scaledToDecimal(mantissa, decimals) === amount ? { mantissa, decimals } : null;
}

export const scaledToAmount = ({ mantissa, decimals }: ScaledAmount): DecimalString =>
  decimalString.parse(scaledToDecimal(mantissa, decimals));
