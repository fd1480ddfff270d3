import { Decimal } from 'decimal.js';
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

/** At most six decimals for people; the comparison itself never uses this. An over-range value reads `>`. */
export function shown(value: Decimal): string {
  if (!value.isFinite()) return value.isNegative() ? '−∞' : '+∞';
  return value.toDecimalPlaces(6).toString();
}
