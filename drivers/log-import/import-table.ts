import type { Gas } from '../../vocabulary/gas.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { type Columns, findColumns, unitOf } from './find-columns.ts';
import { type ImportedLog, type ImportedRow, type LogQuestion, valueOfCell, withTimesFlagged } from './imported-log.ts';
import { alarmMarks, quietMarks } from './log-aliases.words.ts';
import type { LogSettings } from './log-settings.ts';
import { markOf, plainWord, readCell } from './read-cell.ts';
import { type DateOrder, readTime, type TimeRules, undecidedDate } from './read-time.ts';
import { splitTable, type TableRow } from './split-table.ts';

/** The last one is the full-width comma. */
const DELIMITERS = ['\t', ',', ';', '\uff0c'] as const;
const HEADER_LINES = 30;
const LINES_COMPARED = 20;
/** Gases of which `%` can mean per cent by volume once the user has said so. */
const BY_VOLUME: ReadonlySet<Gas> = new Set<Gas>(['CH4', 'CO2', 'O2']);

interface Table {
  readonly delimiter: string;
  readonly header: TableRow;
  readonly columns: Columns;
  readonly before: readonly TableRow[];
  readonly body: readonly TableRow[];
}

/** The table of a text by the delimiter that gives it a header and rows of one width; null where there is none. */
export function findTable(text: string): Table | null {
  for (const delimiter of DELIMITERS) {
    const rows = splitTable(text, delimiter);
    const at = rows.findIndex(({ row, cells }) => row <= HEADER_LINES && findColumns(cells) !== null);
    const header = rows[at];
    const columns = header === undefined ? null : findColumns(header.cells);
    if (header === undefined || columns === null) continue;
    const body = rows.slice(at + 1);
    if (body.slice(0, LINES_COMPARED).some(({ cells }) => cells.length !== header.cells.length)) continue;
    return { delimiter, header, columns, before: rows.slice(0, at), body };
  }
  return null;
}

/** Reads a table by its header; what is not confirmed stays without a number and is asked. */
export function importTable(table: Table, settings: LogSettings): ImportedLog {
  const { columns, body, before, delimiter, header } = table;
  const decimal = decimalOf(table);
  const order = dateOrderOf(table, settings);
  const rules: TimeRules = {
    order: order.order,
    zone: settings.zone ?? null,
    takesSerials: settings.excelDates === 'yes',
  };
  const rows: ImportedRow[] = [];
  const badRows: { row: number; reason: string; raw: string }[] = [];
  const duplicates: { row: number; of: number }[] = [];
  const seen = new Map<string, number>();
  for (const line of body) {
    const raw = line.cells.join(delimiter);
    const first = seen.get(raw);
    const time = readTime(timeText(line, columns), rules);
    if (first !== undefined) duplicates.push({ row: line.row, of: first });
    else if (line.cells.length !== header.cells.length) badRows.push({ row: line.row, reason: 'columns', raw });
    else if (time === null) badRows.push({ row: line.row, reason: 'time', raw });
    else rows.push(importRow(line, time, columns, settings, decimal));
    if (first === undefined) seen.set(raw, line.row);
  }
  const metadata = Object.fromEntries(
    before.map(({ cells: [key = '', ...rest] }) => [key, rest.filter(Boolean).join(' ')]),
  );
  return {
    format: 'table',
    rows: withTimesFlagged(rows),
    bad_rows: badRows,
    duplicates,
    questions: questionsOf(table, rows, settings, order.isOpen),
    reading: { delimiter, header_line: header.row, decimal, metadata, ...(order.said && { date_order: order.said }) },
  };
}

const cellAt = ({ cells }: TableRow, at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? ''));

function timeText(line: TableRow, { roles }: Columns): string {
  if (roles.date === undefined) return cellAt(line, roles.time ?? roles.clock);
  return `${cellAt(line, roles.date)} ${cellAt(line, roles.clock ?? roles.time)}`.trim();
}

/** A comma is a decimal sign only where it does not part cells and no cell has a point. */
function decimalOf({ delimiter, columns, body }: Table): '.' | ',' {
  const cells = body.flatMap((line) => columns.gases.map(({ at }) => cellAt(line, at)));
  const has = (form: RegExp) => cells.some((cell) => form.test(cell));
  return delimiter !== ',' && has(/^[+-]?\d+,\d+$/) && !has(/^[+-]?\d+\.\d+$/) ? ',' : '.';
}

/** Day or month first: by the user, or by one number above 12 anywhere in the file; else it stays open. */
function dateOrderOf({ body, columns }: Table, { dateOrder }: LogSettings) {
  const dates = body.flatMap((line) => {
    const pair = undecidedDate(timeText(line, columns));
    return pair === null ? [] : [{ row: line.row, pair }];
  });
  if (dates.length === 0) return { order: null, said: null, isOpen: false };
  if (dateOrder !== undefined)
    return { order: dateOrder, said: `${wordOf(dateOrder)}, said by the user`, isOpen: false };
  const day = dates.find(({ pair }) => pair[0] > 12);
  const month = dates.find(({ pair }) => pair[1] > 12);
  if ((day === undefined) === (month === undefined)) return { order: null, said: null, isOpen: true };
  const order: DateOrder = day === undefined ? 'mdy' : 'dmy';
  return { order, said: `${wordOf(order)}, settled by row ${(day ?? month)?.row}`, isOpen: false };
}

const wordOf = (order: DateOrder): string => (order === 'dmy' ? 'day first' : 'month first');

function importRow(
  line: TableRow,
  time: string,
  columns: Columns,
  settings: LogSettings,
  decimal: '.' | ',',
): ImportedRow {
  const state = cellAt(line, columns.roles.state);
  const readings = columns.gases.map((column) => {
    const raw = cellAt(line, column.at);
    const gas: Gas = column.gas === 'COMB' ? (settings.comb ?? 'COMB') : column.gas;
    const unit = unitFor(line, column, columns, settings);
    return { gas, value: underState(valueOfCell(readCell(raw, decimal), gas, unit), state), raw };
  });
  const place = cellAt(line, columns.roles.place);
  const device = cellAt(line, columns.roles.device);
  return {
    row: line.row,
    time,
    readings,
    ...(alarmMarks.includes(plainWord(state)) && { alarm: true }),
    ...(place !== '' && { place }),
    ...(device !== '' && { device }),
    ...(!quietMarks.includes(plainWord(state)) && { state }),
  };
}

/** The unit of the header, else of a unit column beside a single gas, else what the user said; `%` needs a word of the user. */
function unitFor(
  line: TableRow,
  { gas, unit }: Columns['gases'][number],
  { roles, gases }: Columns,
  settings: LogSettings,
): GasUnit | null {
  const beside = roles.unit !== undefined && gases.length === 1 ? unitOf(cellAt(line, roles.unit)) : null;
  const said = unit ?? beside;
  if (said === '%') return BY_VOLUME.has(gas) ? (settings.percent ?? null) : null;
  return said ?? (gases.length === 1 ? (settings.unit ?? null) : null);
}

/** A state of the whole row: warm-up, fault and calibrating hold for every value; over-range that names no gas for none. */
function underState(value: ReadingValue, state: string): ReadingValue {
  const mark = state === '' ? null : markOf(state);
  if (mark === null || mark === 'missing' || value.quality === 'missing') return value;
  if (mark === 'over_range') {
    return value.quality === 'ok' ? { quality: 'invalid', unit: value.unit, detail: 'state_over_range' } : value;
  }
  const isWorse = value.quality === 'fault' || (value.quality === 'invalid' && mark !== 'fault');
  return isWorse ? value : { quality: mark, unit: value.unit, detail: 'state' };
}

function questionsOf(
  { columns, body }: Table,
  rows: readonly ImportedRow[],
  settings: LogSettings,
  isOrderOpen: boolean,
): readonly LogQuestion[] {
  const hasPercent = columns.gases.some(({ gas, unit }) => unit === '%' && BY_VOLUME.has(gas));
  const values = rows.flatMap(({ readings }) => readings.map(({ value }) => value));
  const details = new Set(values.map((value) => (value.quality === 'ok' ? '' : value.detail)));
  const asked: readonly (readonly [LogQuestion, boolean])[] = [
    [
      'zone',
      settings.zone === undefined &&
        body.length > 0 &&
        rows.some(({ time }) => !/(Z|[+-]\d{2}:?\d{2})$/i.test(time.slice(19))),
    ],
    ['percent', hasPercent && settings.percent === undefined],
    ['unit', details.has('unit_unknown') && columns.gases.some(({ unit }) => unit === null)],
    ['comb', settings.comb === undefined && columns.gases.some(({ gas }) => gas === 'COMB')],
    ['date_order', isOrderOpen],
    ['state_over_range', details.has('state_over_range')],
  ];
  return asked.flatMap(([question, isOpen]) => (isOpen ? [question] : []));
}
