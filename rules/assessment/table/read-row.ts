import type { FactValue } from '../../../vocabulary/verdict.ts';
import { exact } from '../../decimal.ts';
import { optionLabel } from '../../facts/describe-fact.ts';
import { type FieldKey, fieldUnit, type OtherUnit, specOf } from '../fields.ts';
import { type AmountTrouble, inOwnUnit, readAmount } from '../read-amount.ts';
import { cellName } from './cell-name.ts';
import { type Column, fieldIn, gapIn, type Row, textIn } from './columns.ts';
import { noWords, yesWords } from './table.words.ts';

/** What is wrong in a table, and where: `E5`, or a row as a whole. */
export interface TableTrouble {
  readonly kind:
    | AmountTrouble
    | 'asks'
    | 'flag'
    | 'choice'
    | 'unit'
    | 'noUnit'
    | 'noMine'
    | 'badPeriod'
    | 'twice'
    | 'noResult'
    | 'error'
    | 'badPoint'
    | 'twicePoint'
    | 'noMeasure'
    | 'badDay';
  readonly row: number;
  readonly cell: string | null;
  readonly field: FieldKey | null;
  readonly text: string;
  readonly unit: string;
}

export interface TableFigure {
  readonly field: FieldKey;
  readonly value: FactValue;
  readonly cell: string;
}

/** What a table leaves unsaid. */
export interface TableContext {
  readonly mine: string | null;
  readonly year: number;
  readonly quarter: number;
  /** Named with its cells where a file has several sheets. */
  readonly sheet?: string;
}

/** A row of a table while it is read. */
export interface RowRead {
  readonly row: Row;
  /** Counted from 0. */
  readonly at: number;
  readonly columns: readonly Column[];
  readonly context: TableContext;
  readonly troubles: TableTrouble[];
}

/** The name of a cell, after the name of its sheet where there are several. */
export const cellIn = ({ sheet }: TableContext, column: number, row: number): string =>
  `${sheet === undefined ? '' : `${sheet}!`}${cellName(column, row)}`;

export const nowhere = { cell: null, field: null, unit: '' } as const;

/** The text of a row under one of the headings; empty where there is none. */
export const saidIn = ({ row, columns }: RowRead, key: Column['key']): string => {
  const column = columns.find((one) => one.key === key);
  return column ? textIn(row[column.at]) : '';
};

/** Leaves a row out and says why. */
export function refuse({ at, troubles }: RowRead, kind: TableTrouble['kind'], text = ''): null {
  troubles.push({ ...nowhere, kind, row: at + 1, text });
  return null;
}

/** An empty cell says nothing; one that cannot stand is named and left out. */
export function figureIn({ row, at, context, troubles }: RowRead, column: Column): readonly TableFigure[] {
  const field = fieldIn(column);
  const [text, gap] = [textIn(row[column.at]), gapIn(row[column.at])];
  if (!field || (text === '' && gap === null)) return [];
  const cell = cellIn(context, column.at, at);
  const unit = column.other?.unit ?? fieldUnit(field);
  const read = gap ? { trouble: gap.gap } : valueIn(field, text, column.other);
  if ('trouble' in read) {
    troubles.push({ kind: read.trouble, row: at + 1, cell, field, text: gap?.text ?? text, unit });
    return [];
  }
  return [{ field, value: read.value, cell }];
}

type Read = { readonly value: FactValue } | { readonly trouble: TableTrouble['kind'] };

function valueIn(field: FieldKey, text: string, other: OtherUnit | null): Read {
  const spec = specOf(field);
  const plain = text.normalize('NFKC').trim().toLowerCase();
  if (spec.kind === 'flag') {
    if (yesWords.includes(plain)) return { value: true };
    return noWords.includes(plain) ? { value: false } : { trouble: 'flag' };
  }
  if (spec.kind === 'choice') {
    const option = spec.options?.find((one) =>
      [one, ...Object.values(optionLabel(one))].some((name) => name.toLowerCase() === plain),
    );
    return option === undefined ? { trouble: 'choice' } : { value: option };
  }
  const typed = other ? convertedText(text, other) : text;
  const read = readAmount(field, typed);
  if (read.is === 'amount') return { value: spec.kind === 'count' ? Number(read.amount) : read.amount };
  if (read.is === 'trouble') return { trouble: read.trouble };
  return { trouble: read.is === 'asks' ? 'asks' : 'bad' };
}

/** The figure of a column in another unit in the field's own; a text that is no figure stays as it is and is refused. */
function convertedText(text: string, other: OtherUnit): string {
  const plain = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? inOwnUnit(exact(plain), other) : text;
}
