import type { FieldKey } from '../fields.ts';
import { fieldIn, gapIn, isOfPoints, isOnlyOfPoints, type Row, readHead, textIn, type UnitKey } from './columns.ts';
import { type PointInTable, pointIn } from './read-points.ts';
import {
  cellIn,
  figureIn,
  nowhere,
  type RowRead,
  refuse,
  saidIn,
  type TableContext,
  type TableFigure,
  type TableTrouble,
} from './read-row.ts';
import { PERIODS, SUM_ROW } from './table.words.ts';

/** One unit of a table with the figures that can stand. */
export interface TableUnit {
  readonly mine: string;
  readonly face: string;
  readonly name: string;
  readonly year: number;
  readonly quarter: number;
  readonly row: number;
  readonly figures: readonly TableFigure[];
  readonly points: readonly PointInTable[];
}

export interface ReadTable {
  readonly units: readonly TableUnit[];
  readonly troubles: readonly TableTrouble[];
  /** Columns whose figures were converted, with the unit they are given in. */
  readonly converted: readonly { readonly field: FieldKey; readonly unit: string }[];
  readonly ignored: readonly string[];
}

/** Reads a table of a mine's figures, one unit or one test point a row; null where no headings were found. Pure: nothing is guessed that a cell does not say. */
export function readTable(rows: readonly Row[], context: TableContext): ReadTable | null {
  const head = readHead(rows);
  if (!head) return null;
  const ofPoints = isOfPoints(head);
  const columns = ofPoints ? head.columns : head.columns.filter((column) => !isOnlyOfPoints(column));
  const troubles: TableTrouble[] = head.unitTrouble.map(({ at, field, unit }) => ({
    kind: 'unit',
    row: head.first,
    cell: cellIn(context, at, head.first - 1),
    field,
    text: '',
    unit,
  }));
  const units = new Map<string, TableUnit>();
  for (let at = head.first; at < rows.length; at += 1) {
    const row = rows[at] ?? [];
    if (row.every((cell) => textIn(cell) === '' && gapIn(cell) === null)) continue;
    const read = { row, at, columns, context, troubles };
    const unit = unitIn(read, ofPoints);
    if (!unit) continue;
    const twin = units.get(nameOf(unit));
    if (twin && !ofPoints) troubles.push({ ...nowhere, kind: 'twice', row: at + 1, text: String(twin.row) });
    units.set(nameOf(unit), ofPoints && twin ? withPointsOf(twin, unit, read) : unit);
  }
  const converted = columns.flatMap((column) => {
    const field = fieldIn(column);
    return column.other && field ? [{ field, unit: column.other.unit }] : [];
  });
  const ignored = head.columns.filter((column) => !columns.includes(column)).map(({ heading }) => heading);
  return { units: [...units.values()], troubles, converted, ignored: [...head.ignored, ...ignored] };
}

const nameOf = ({ mine, face, name, year, quarter }: TableUnit): string =>
  JSON.stringify([mine, face, name, year, quarter]);

/** A number that stands twice in one unit is one point; the later row counts. */
function withPointsOf(before: TableUnit, unit: TableUnit, { at, troubles }: RowRead): TableUnit {
  const numbers = new Set(unit.points.map(({ no }) => no));
  const twins = before.points.filter(({ no }) => numbers.has(no));
  for (const { no } of twins) troubles.push({ ...nowhere, kind: 'twicePoint', row: at + 1, text: String(no) });
  return { ...before, points: [...before.points.filter((point) => !twins.includes(point)), ...unit.points] };
}

/** What several sheets say, a unit that stands in more than one of them once. */
export function joinTables(tables: readonly ReadTable[]): ReadTable {
  const byName = Map.groupBy(
    tables.flatMap(({ units }) => units),
    nameOf,
  );
  const units = [...byName.values()].flatMap(([first, ...rest]): TableUnit[] =>
    first
      ? [
          {
            ...first,
            figures: [first, ...rest].flatMap(({ figures }) => figures),
            points: [first, ...rest].flatMap(({ points }) => points),
          },
        ]
      : [],
  );
  const all = <K extends 'troubles' | 'converted' | 'ignored'>(key: K) => tables.map((table) => table[key]);
  return {
    units,
    troubles: all('troubles').flat(),
    converted: all('converted').flat(),
    ignored: all('ignored').flat(),
  };
}

function unitIn(read: RowRead, ofPoints: boolean): TableUnit | null {
  const { columns, context, at } = read;
  const said = (key: UnitKey): string => saidIn(read, key);
  const [face, name, mine] = [said('face'), said('unit'), said('mine') || context.mine];
  if ([face, name].some((text) => SUM_ROW.test(text))) return null;
  if (face === '' || name === '') return refuse(read, 'noUnit');
  if (!mine) return refuse(read, 'noMine');
  const period = said('period') === '' ? context : periodIn(said('period'));
  if (!period) return refuse(read, 'badPeriod', said('period'));
  const unit = { mine, face, name, year: period.year, quarter: period.quarter, row: at + 1 };
  if (!ofPoints) return { ...unit, figures: columns.flatMap((column) => figureIn(read, column)), points: [] };
  const point = pointIn(read);
  return point && { ...unit, figures: [], points: [point] };
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
