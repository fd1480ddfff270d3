import type { Gas } from '../../vocabulary/gas.ts';
import type { Quality, ReadingValue } from '../../vocabulary/reading.ts';
import type { MarkKind } from '../marks/mark-kind.ts';

/** Decimals by channel (ui §5); values are cut for the eye only, never for comparing. */
const decimalsOf: Readonly<Partial<Record<Gas, number>>> = { CH4: 2, CO2: 2, O2: 1, CO: 0, H2S: 1 };

/** The number as the screen shows it; half up on decimals as given, without passing through binary fractions. */
export function shownAmount(amount: string, gas: Gas | null): string {
  const decimals = gas === null ? undefined : decimalsOf[gas];
  const minus = (text: string) => text.replace(/^-/, '−');
  if (decimals === undefined || !/^-?\d+(\.\d+)?$/.test(amount)) return minus(amount);
  const [whole = '0', part = ''] = amount.split('.');
  if (part.length <= decimals) return minus(decimals === 0 ? whole : `${whole}.${part.padEnd(decimals, '0')}`);
  const digits = `${whole.replace('-', '')}${part.slice(0, decimals)}`;
  const rounded = BigInt(digits) + (Number(part[decimals]) >= 5 ? 1n : 0n);
  const text = rounded.toString().padStart(decimals + 1, '0');
  const cut = text.length - decimals;
  const sign = amount.startsWith('-') && rounded !== 0n ? '−' : '';
  return `${sign}${decimals === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`}`;
}

/** `%VOL` is written `%`; every other unit as stored. */
/** The comparator of a limit as a sign; never the word for what has happened. */
export const comparatorSign = { '<': '＜', '<=': '≤', '>=': '≥', '>': '＞' } as const;

export const shownUnit = (unit: string | null): string => (unit === '%VOL' ? '%' : (unit ?? ''));

export type QualityWord = 'overRange' | 'underRange' | 'warmup' | 'calibrating' | 'fault' | 'invalid' | 'noData';

const words: Readonly<Record<Exclude<Quality, 'ok'>, QualityWord>> = {
  over_range: 'overRange',
  under_range: 'underRange',
  warmup: 'warmup',
  calibrating: 'calibrating',
  fault: 'fault',
  invalid: 'invalid',
  missing: 'noData',
  stale: 'noData',
};

const marks: Readonly<Record<Exclude<Quality, 'ok'>, MarkKind>> = {
  over_range: 'overRange',
  under_range: 'fault',
  warmup: 'warmup',
  calibrating: 'warmup',
  fault: 'fault',
  invalid: 'fault',
  missing: 'stale',
  stale: 'stale',
};

/** What stands where the number would: a number with its unit, or the word why there is none. Never a digit for a word. */
export type Shown =
  | { readonly kind: 'number'; readonly amount: string; readonly unit: string }
  | { readonly kind: 'word'; readonly word: QualityWord; readonly mark: MarkKind };

export function showReading(value: ReadingValue, gas: Gas, stale: boolean): Shown {
  if (stale && value.quality !== 'over_range') return { kind: 'word', word: 'noData', mark: 'stale' };
  if (value.quality === 'ok')
    return { kind: 'number', amount: shownAmount(value.amount, gas), unit: shownUnit(value.unit) };
  return { kind: 'word', word: words[value.quality], mark: marks[value.quality] };
}
