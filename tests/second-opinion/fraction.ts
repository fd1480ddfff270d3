/** An exact number: numerator over a positive denominator. Nothing of the rules' own arithmetic is used here. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const make = (over: bigint, under: bigint): Fraction => (under < 0n ? { over: -over, under: -under } : { over, under });

/** The decimal a number was written as: 0.3 is 3/10. */
export function fraction(value: number | string): Fraction {
  const [mantissa = '0', power = '0'] = String(value).toLowerCase().split('e');
  const [whole = '0', decimals = ''] = mantissa.split('.');
  const shift = Number(power) - decimals.length;
  const digits = BigInt(whole + decimals);
  return shift < 0 ? make(digits, 10n ** BigInt(-shift)) : make(digits * 10n ** BigInt(shift), 1n);
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  make(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });
export const times = (a: Fraction, b: Fraction): Fraction => make(a.over * b.over, a.under * b.under);
/** `b` is not zero. */
export const by = (a: Fraction, b: Fraction): Fraction => make(a.over * b.under, a.under * b.over);
export const product = (...all: readonly Fraction[]): Fraction => all.reduce(times, fraction(1));
export const sum = (...all: readonly Fraction[]): Fraction => all.reduce(plus, fraction(0));
export const absolute = (a: Fraction): Fraction => (a.over < 0n ? make(-a.over, a.under) : a);

const order = (a: Fraction, b: Fraction): bigint => a.over * b.under - b.over * a.under;
export const above = (a: Fraction, b: Fraction): boolean => order(a, b) > 0n;
export const atLeast = (a: Fraction, b: Fraction): boolean => order(a, b) >= 0n;
export const below = (a: Fraction, b: Fraction): boolean => order(a, b) < 0n;
export const atMost = (a: Fraction, b: Fraction): boolean => order(a, b) <= 0n;

/** Near enough to compare with four decimals. */
export const toNumber = (a: Fraction): number => Number((a.over * 10n ** 15n) / a.under) / 1e15;
