import type { Language } from '../../vocabulary/words.ts';
import type { Amount } from '../../vocabulary/working.ts';
import { exact, exactOf, SHOWN_DECIMALS } from '../decimal.ts';
import { qualityWords } from '../reason.words.ts';

export const withUnit = (text: string, unit: string): string => (unit === '' ? text : `${text} ${unit}`);

export const isWord = (amount: Amount): amount is 'over_range' | 'under_range' =>
  amount === 'over_range' || amount === 'under_range';

export const rounded = (amount: Amount, decimals = SHOWN_DECIMALS): string =>
  exactOf(amount).toDecimalPlaces(decimals).toFixed();

/** An amount as it is shown: a word where there is no number, and a true minus sign, as in print. */
export const shownAmount = (amount: Amount, language: Language, decimals?: number): string =>
  isWord(amount) ? (qualityWords[amount]?.[language] ?? amount) : rounded(amount, decimals).replace('-', '−');

/** Whether the shown amount has lost digits. */
export const isRounded = (amount: Amount): boolean => !isWord(amount) && !exactOf(amount).eq(rounded(amount));

/** More than any amount has. */
const MOST_DECIMALS = 60;

/** Decimals that matter in a sentence: those of an amount that was typed or stands in a law, and of one that was worked out no more than these. */
const READ_DECIMALS = 2;
const TYPED_DECIMALS = 4;

/** As many decimals as two amounts are read with in a sentence; the arithmetic keeps more. */
export function decimalsToRead(one: Amount, other: Amount): number {
  const own = [one, other].map((amount) => (isWord(amount) ? 0 : exactOf(amount).decimalPlaces()));
  return decimalsApart(one, other, Math.max(READ_DECIMALS, ...own.filter((places) => places <= TYPED_DECIMALS)));
}

/** As many decimals as keep two amounts apart on paper that are apart. */
export function decimalsApart(one: Amount, other: Amount, fewest = SHOWN_DECIMALS): number {
  if (isWord(one) || isWord(other)) return fewest;
  const order = exactOf(one).cmp(exactOf(other));
  const apart = (decimals: number) => exact(rounded(one, decimals)).cmp(rounded(other, decimals)) === order;
  let decimals = fewest;
  while (decimals < MOST_DECIMALS && !apart(decimals)) decimals += 1;
  return decimals;
}
