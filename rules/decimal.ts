import { Decimal } from 'decimal.js';
import { decimalString } from '../vocabulary/quantity.ts';
import type { Amount } from '../vocabulary/working.ts';
import type { Comparator } from './packs/pack.ts';

/** Forty digits: enough that a quotient never rounds onto a limit. Numbers enter by their printed decimals. */
const Exact = Decimal.clone({ precision: 40, toExpNeg: -20, toExpPos: 30 });
export type Exact = Decimal;

export const exact = (value: number | string | Decimal): Decimal => new Exact(value);

const orders = {
  '<': (value: Decimal, limit: Decimal) => value.lt(limit),
  '<=': (value: Decimal, limit: Decimal) => value.lte(limit),
  '>=': (value: Decimal, limit: Decimal) => value.gte(limit),
  '>': (value: Decimal, limit: Decimal) => value.gt(limit),
} as const satisfies Record<Comparator, (value: Decimal, limit: Decimal) => boolean>;

/** Whether `value comparator limit` holds, exactly. */
export const holds = (value: Decimal, comparator: Comparator, limit: Decimal | string): boolean =>
  orders[comparator](value, exact(limit));

/** How many decimals people see; what is put in or compared is never rounded. */
export const SHOWN_DECIMALS = 6;

/** All digits of an amount, or the word for one past the range of its instrument. */
export function amountOf(value: Decimal): Amount {
  if (!value.isFinite()) return value.isNegative() ? 'under_range' : 'over_range';
  return decimalString.parse(value.toFixed());
}

/** The amount again, past the range as an infinite one. */
export function exactOf(amount: Amount): Decimal {
  if (amount === 'over_range') return exact(Infinity);
  return amount === 'under_range' ? exact(-Infinity) : exact(amount);
}
