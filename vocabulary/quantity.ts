import { z } from 'zod';

/** Units a detector or an import may give. %LEL stays %LEL until its basis is confirmed; ppm*m is never converted. */
export const gasUnit = z.enum(['%VOL', '%LEL', '%LEL(ISO 10156)', '%LEL(IEC 60079-20-1)', 'ppm', 'ppm*m', '%FS']);
export type GasUnit = z.infer<typeof gasUnit>;

/** An exact decimal as the device gave it: `"0.30"`, `"-5"`. Never a binary fraction. */
export const decimalString = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .brand<'Decimal'>();
export type DecimalString = z.infer<typeof decimalString>;

/** An integer count and a number of decimals as an exact decimal: (1234, 2) is `"12.34"`. A count that is no safe integer throws. */
export function scaledToDecimal(scaled: number, decimals: number): DecimalString {
  if (!Number.isSafeInteger(scaled)) throw new RangeError(`${scaled} is no exact count`);
  const digits = `${Math.abs(scaled)}`.padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return (scaled < 0 ? `-${text}` : text) as DecimalString; // digits and at most one point: a decimal by its making
}
