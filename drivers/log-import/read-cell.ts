import { type DecimalString, decimalString } from '../../vocabulary/quantity.ts';
import { type NotMeasured, quality as qualityWord } from '../../vocabulary/reading.ts';
import type { DecimalSign } from './decimal-sign.ts';
import { cellMarks } from './log-aliases.words.ts';

/** Without case, spaces and full-width forms. */
export const plainWord = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** What a cell says: a number as it stands there, or the word why there is none. */
export type Cell = { readonly quality: 'ok'; readonly amount: DecimalString } | { readonly quality: NotMeasured };

const ABOVE = /^>\d/;

/** The mark of a cell; null for anything else. */
export function markOf(text: string): NotMeasured | null {
  const word = plainWord(text);
  for (const [name, marks] of Object.entries(cellMarks)) {
    if (marks.includes(word)) return qualityWord.exclude(['ok']).parse(name);
  }
  return ABOVE.test(word) ? 'over_range' : null;
}

/** A cell by the decimal sign of its file; what is neither number nor mark is `invalid`, never a guess. */
export function readCell(text: string, decimal: DecimalSign, partsThousands = false): Cell {
  const mark = markOf(text);
  if (mark !== null) return { quality: mark };
  const word = plainWord(text);
  const plainText = partsThousands && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(word) ? word.replace(',', '') : word;
  const number = /^([+-]?)(\d+)(?:([.,])(\d+))?$/.exec(plainText);
  const [, sign = '', whole = '', point, fraction] = number ?? [];
  if (number === null || (point !== undefined && point !== decimal)) return { quality: 'invalid' };
  const plain = `${sign === '-' ? '-' : ''}${whole.replace(/^0+(?=\d)/, '')}${fraction === undefined ? '' : `.${fraction}`}`;
  return { quality: 'ok', amount: decimalString.parse(plain) };
}
