import type { FactValue } from '../../../vocabulary/verdict.ts';
import { exact } from '../../decimal.ts';
import { optionLabel } from '../../facts/describe-fact.ts';
import { type FieldKey, fieldKey, fieldUnit, type OtherUnit, specOf } from '../fields.ts';
import { type AmountTrouble, inOwnUnit, readAmount } from '../read-amount.ts';
import { type Column, type HeadKey, type Row, readHead, textIn } from './columns.ts';
import { noWords, PERIODS, SUM_ROW, yesWords } from './table.words.ts';

/** What is wrong in a table, and where: `E5`, or a row as a whole. */
export interface TableTrouble {
  readonly kind: AmountTrouble | 'asks' | 'flag' | 'choice' | 'unit' | 'noUnit' | 'noMine' | 'badPeriod' | 'twice';
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

/** One unit of a table with the figures that can stand. */
export interface TableUnit {
  readonly mine: string;
  readonly face: string;
  readonly name: string;
  readonly year: number;
  readonly quarter: number;
  readonly row: number;
  readonly figures: readonly TableFigure[];
}

export interface ReadTable {
  readonly units: readonly TableUnit[];
  readonly troubles: readonly TableTrouble[];
  /** Columns whose figures were converted, with the unit they are given in. */
  readonly converted: readonly { readonly field: FieldKey; readonly unit: string }[];
  readonly ignored: readonly string[];
}

/** What a table leaves unsaid. */
export interface TableContext {
  readonly mine: string | null;
  readonly year: number;
  readonly quarter: number;
}

const LETTERS = 26;
/** `E5`, as a sheet names its cells; `at` and `row` are counted from 0. */
export function cellName(at: number, row: number): string {
  const letter = String.fromCharCode(65 + (at % LETTERS));
  return `${at >= LETTERS ? String.fromCharCode(64 + Math.floor(at / LETTERS)) : ''}${letter}${row + 1}`;
}

/** Reads a table of a mine's figures, one unit a row; null where no headings were found. Pure: nothing is guessed that a cell does not say. */
export function readTable(rows: readonly Row[], context: TableContext): ReadTable | null {
  const head = readHead(rows);
  if (!head) return null;
  const troubles: TableTrouble[] = head.unitTrouble.map(({ at, field, unit }) => ({
    kind: 'unit',
    row: head.first,
    cell: cellName(at, head.first - 1),
    field,
    text: '',
    unit,
  }));
  const units = new Map<string, TableUnit>();
  for (let at = head.first; at < rows.length; at += 1) {
    const row = rows[at] ?? [];
    if (row.every((cell) => textIn(cell) === '')) continue;
    const unit = unitIn(row, at, head.columns, context, troubles);
    if (!unit) continue;
    const name = JSON.stringify([unit.mine, unit.face, unit.name, unit.year, unit.quarter]);
    const twin = units.get(name);
    if (twin) troubles.push({ ...nowhere, kind: 'twice', row: at + 1, text: String(twin.row) });
    units.set(name, unit);
  }
  const converted = head.columns.flatMap(({ key, other }) => {
    const field = fieldKey.safeParse(key).data;
    return other && field ? [{ field, unit: other.unit }] : [];
  });
  return { units: [...units.values()], troubles, converted, ignored: head.ignored };
}

const nowhere = { cell: null, field: null, unit: '' } as const;

function unitIn(
  row: Row,
  at: number,
  columns: readonly Column[],
  context: TableContext,
  troubles: TableTrouble[],
): TableUnit | null {
  const said = (key: HeadKey): string => {
    const column = columns.find((one) => one.key === key);
    return column ? textIn(row[column.at]) : '';
  };
  const [face, name, mine] = [said('face'), said('unit'), said('mine') || context.mine];
  if ([face, name].some((text) => SUM_ROW.test(text))) return null;
  const refuse = (kind: TableTrouble['kind'], text = '') => {
    troubles.push({ ...nowhere, kind, row: at + 1, text });
    return null;
  };
  if (face === '' || name === '') return refuse('noUnit');
  if (!mine) return refuse('noMine');
  const period = said('period') === '' ? context : periodIn(said('period'));
  if (!period) return refuse('badPeriod', said('period'));
  const figures = columns.flatMap((column) => figureIn(row, at, column, troubles));
  return { mine, face, name, year: period.year, quarter: period.quarter, row: at + 1, figures };
}

/** The quarter that a cell names, or the one its month lies in. */
export function periodIn(text: string): { readonly year: number; readonly quarter: number } | null {
  const plain = text.normalize('NFKC').trim();
  const [, year, word, digit] = PERIODS.quarter.exec(plain) ?? [];
  if (year !== undefined) {
    const said = word ?? digit ?? '';
    const place = PERIODS.chinese.indexOf(said);
    return { year: Number(year), quarter: place >= 0 ? place + 1 : Number(said) };
  }
  const [, monthYear, month] = PERIODS.month.exec(plain) ?? PERIODS.digits.exec(plain) ?? [];
  return monthYear === undefined ? null : { year: Number(monthYear), quarter: Math.ceil(Number(month) / 3) };
}

/** An empty cell says nothing; one that cannot stand is named and left out. */
function figureIn(row: Row, at: number, column: Column, troubles: TableTrouble[]): readonly TableFigure[] {
  const field = fieldKey.safeParse(column.key).data;
  const text = textIn(row[column.at]);
  if (!column.isField || !field || text === '') return [];
  const cell = cellName(column.at, at);
  const read = valueIn(field, text, column.other);
  if ('trouble' in read) {
    troubles.push({ kind: read.trouble, row: at + 1, cell, field, text, unit: column.other?.unit ?? fieldUnit(field) });
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
