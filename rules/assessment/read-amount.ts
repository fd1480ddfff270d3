import { type Exact, exact } from '../decimal.ts';
import { type FieldKey, fieldUnit, type OtherUnit, specOf } from './fields.ts';

/** Why a typed figure cannot stand: no number, below 0, over 100 %, 0 where something must be there, no whole number. */
export type AmountTrouble = 'bad' | 'negative' | 'percent' | 'zero' | 'whole';

/** What a figure would be in the field's own unit, had it been typed in another. */
export interface Meant {
  readonly unit: string;
  readonly amount: string;
}

/** What stands in a field. `asks`: outside of what is plausible, so the person is asked before it is believed. */
export type ReadAmount =
  | { readonly is: 'empty' }
  | { readonly is: 'amount'; readonly amount: string }
  | { readonly is: 'trouble'; readonly trouble: AmountTrouble }
  | { readonly is: 'asks'; readonly amount: string; readonly meant: Meant | null };

const WRITTEN = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(.*)$/;
/** Digits in groups of three: 1,204 or 1 204. */
const GROUPED = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?!\d)/;

/** Full-width digits and signs as their narrow ones; a Chinese full stop between digits is a point. */
function narrow(text: string): string {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d)[。、·](?=\d)/g, '.')
    .replace(/^[−–—]/, '-');
  const grouped = GROUPED.exec(plain)?.[0];
  return grouped === undefined ? plain : grouped.replace(/[, ]/g, '') + plain.slice(grouped.length);
}

const sameUnit = (a: string, b: string): boolean =>
  a.normalize('NFKC').replace(/\s/g, '').toLowerCase() === b.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** An exact figure in the field's unit; twelve digits are kept of one that does not end. */
export const inOwnUnit = (amount: Exact, other: OtherUnit): string =>
  amount.div(other.per).toSignificantDigits(12).toFixed();

interface Written {
  readonly amount: Exact;
  /** As it was written, `0.50`: its last nought says how finely it was read. */
  readonly digits: string;
  readonly unit: string;
}

/** The figure that was written, and the unit behind it where one was. Null where it is no figure. */
function writtenIn(text: string): Written | null {
  const [, found, rest = ''] = WRITTEN.exec(narrow(text)) ?? [];
  if (found === undefined) return null;
  const digits = found
    .replace(/^\+/, '')
    .replace(/\.$/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/^(-?)0+(?=\d)/, '$1');
  return { amount: exact(digits), digits, unit: rest.trim() };
}

/** Reads what was typed, pasted or imported into one field. `believed`: the person has said that the figure is right. */
export function readAmount(key: FieldKey, text: string, believed = false): ReadAmount {
  const spec = specOf(key);
  if (text.trim() === '') return { is: 'empty' };
  const written = writtenIn(text);
  if (written === null || (spec.kind !== 'number' && spec.kind !== 'count')) return { is: 'trouble', trouble: 'bad' };
  const own = fieldUnit(key);
  const other = spec.others?.find(({ unit }) => sameUnit(unit, written.unit));
  if (written.unit !== '' && !sameUnit(written.unit, own) && !other) return { is: 'trouble', trouble: 'bad' };
  const amount = other ? exact(inOwnUnit(written.amount, other)) : written.amount;
  const trouble = troubleOf(amount, own, spec.kind === 'count', spec.positive === true);
  if (trouble !== null) return { is: 'trouble', trouble };
  const said = other ? amount.toFixed() : written.digits;
  if (believed || isPlausible(amount, spec.plausible)) return { is: 'amount', amount: said };
  return { is: 'asks', amount: said, meant: meantBy(amount, spec.others ?? [], spec.plausible) };
}

function troubleOf(amount: Exact, unit: string, whole: boolean, positive: boolean): AmountTrouble | null {
  if (amount.isNegative() && !amount.isZero()) return 'negative';
  if (unit === '%' && amount.gt(100)) return 'percent';
  if (positive && amount.isZero()) return 'zero';
  return whole && !amount.isInteger() ? 'whole' : null;
}

type Plausible = readonly [low: string, high: string] | undefined;

const isPlausible = (amount: Exact, range: Plausible): boolean =>
  range === undefined || (amount.gte(range[0]) && amount.lte(range[1]));

/** The unit that makes sense of the figure. */
function meantBy(amount: Exact, others: readonly OtherUnit[], range: Plausible): Meant | null {
  const other = others.find((one) => isPlausible(amount.div(one.per), range));
  return other ? { unit: other.unit, amount: inOwnUnit(amount, other) } : null;
}
