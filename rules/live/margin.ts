import { type DecimalString, decimalString } from '../../vocabulary/quantity.ts';
import { exact, holds } from '../decimal.ts';
import type { LimitTick } from './limits-at.ts';

/** How far a reading is from its limit: 余量 while under it, 超出 once reached. Both are shown as positive amounts. */
export interface Margin {
  readonly over: boolean;
  readonly amount: DecimalString;
  readonly limit: LimitTick;
  /** What is left as a share of an upper limit; null once reached, and for lower limits (normal air is near its own). */
  readonly share: number | null;
}

/** The gravest limit reached, else the nearest not reached. */
export function marginTo(ticks: readonly LimitTick[], amount: DecimalString): Margin | null {
  const value = exact(amount);
  const reached = ticks.filter((tick) => holds(value, tick.reachedWhen, tick.value));
  const limit = reached.at(-1) ?? ticks[0];
  if (limit === undefined) return null;
  const distance = value.minus(limit.value).abs();
  const upper = limit.reachedWhen === '>' || limit.reachedWhen === '>=';
  const over = reached.length > 0;
  return {
    over,
    amount: decimalString.parse(distance.toFixed()),
    limit,
    share: over || !upper ? null : distance.div(limit.value).toNumber(),
  };
}
