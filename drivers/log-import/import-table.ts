import { columnQuestions, gasOf, type SaidColumn, unitFor } from './column-unit.ts';
import { dateOrderFinder, type FoundOrder } from './date-order.ts';
import { type DecimalSign, decimalSignFinder } from './decimal-sign.ts';
import { type Columns, unitOf } from './find-columns.ts';
import { fits, type TableHead } from './find-table.ts';
import {
  hasZone,
  type ImportedLog,
  type ImportedReading,
  type ImportedRow,
  type LogColumn,
  type LogQuestion,
  timeFlagger,
  valueOfCell,
} from './imported-log.ts';
import type { LogSettings } from './log-settings.ts';
import { readCell } from './read-cell.ts';
import { type RowState, readState } from './read-state.ts';
import { isSerial, readTime, type TimeRules } from './read-time.ts';
import { splitTable, type TableRow } from './split-table.ts';
import { type StateAnswer, stateOfRow, underState } from './state-of-row.ts';
import { forEach, part, type Steps } from './steps.ts';

/** What was found out of a whole table before its rows are read. */
interface Survey extends TableHead {
  readonly body: readonly TableRow[];
  readonly order: FoundOrder;
  readonly decimal: { readonly sign: DecimalSign; readonly isOpen: boolean };
  readonly hasSerials: boolean;
  /** Every unit that the first gas has in some row. */
  readonly units: readonly SaidColumn['unit'][];
}

const cellAt = (cells: readonly string[], at: number | undefined): string =>
  at === undefined ? '' : (cells[at] ?? '');

/** Date and clock of a row; a time column that holds both is taken alone. */
function timeText({ cells }: TableRow, { roles }: Columns): string {
  const clock = cellAt(cells, roles.time ?? roles.clock);
  const date = cellAt(cells, roles.date);
  return date === '' || /\d{4}.*\d\D+\d/.test(clock) ? clock : `${date} ${clock}`.trim();
}

function* survey(text: string, head: TableHead, settings: LogSettings): Steps<Survey> {
  const rows = yield* part(splitTable(text, head.delimiter), 0, 0.6);
  const body = rows.slice(rows.findIndex(({ row }) => row === head.header.row) + 1);
  const order = dateOrderFinder(settings);
  const decimal = decimalSignFinder(head.delimiter, settings);
  let hasSerials = false;
  const [gas] = head.columns.gases;
  const units = new Set<SaidColumn['unit']>();
  const look = (line: TableRow): void => {
    const time = timeText(line, head.columns);
    order.look(line.row, time);
    hasSerials ||= isSerial(time);
    for (const { at } of head.columns.gases) decimal.look(cellAt(line.cells, at));
    if (gas) units.add(saidColumn(gas, head.columns, line.cells).unit);
  };
  yield* forEach(body, look, 0.6, 1);
  return { ...head, body, order: order.found(), decimal: decimal.found(), hasSerials, units: [...units] };
}

/** Reads a table by its header; what is not confirmed stays without a number and is asked. */
export function* importTable(text: string, head: TableHead, settings: LogSettings): Steps<ImportedLog> {
  const table = yield* part(survey(text, head, settings), 0, 0.4);
  const { body, header, delimiter } = table;
  const rules: TimeRules = {
    order: table.order.order,
    zone: settings.zone ?? null,
    takesSerials: settings.excelDates === 'yes',
  };
  const rows: ImportedRow[] = [];
  const badRows: { row: number; reason: string; raw: string }[] = [];
  const duplicates: { row: number; of: number }[] = [];
  const seen = new Map<string, number>();
  const read = rowReader(table, settings);
  const flagged = timeFlagger();
  let lacksZone = false;
  const take = (line: TableRow): void => {
    const raw = line.cells.join(delimiter);
    const first = seen.get(raw);
    const cells = fits(line.cells, header.cells.length);
    const time = readTime(timeText(line, table.columns), rules);
    if (first !== undefined) duplicates.push({ row: line.row, of: first });
    else if (cells === null) badRows.push({ row: line.row, reason: 'columns', raw });
    else if (time === null) badRows.push({ row: line.row, reason: 'time', raw });
    else {
      rows.push(flagged(read.row({ row: line.row, cells }, time)));
      lacksZone ||= !hasZone(time);
    }
    if (first === undefined) seen.set(raw, line.row);
  };
  yield* forEach(body, take, 0.4, 1);
  return {
    format: 'table',
    columns: columnsOf(table),
    rows,
    bad_rows: badRows,
    duplicates,
    questions: questionsOf(table, lacksZone, settings, read.answers),
    unknown_states: [...read.unknownStates],
    reading: {
      delimiter,
      header_line: header.row,
      decimal: table.decimal.sign,
      metadata: metadataOf(table),
      ...(table.order.said && { date_order: table.order.said }),
    },
  };
}

/** Lines above the header: first cell and the rest; a name that stands twice keeps both. */
function metadataOf({ before }: TableHead): Readonly<Record<string, string>> {
  const found = new Map<string, string[]>();
  for (const { cells } of before) {
    const [key = '', ...rest] = cells;
    found.set(key, [...(found.get(key) ?? []), rest.filter(Boolean).join(' ')]);
  }
  return Object.fromEntries([...found].map(([key, values]) => [key, values.join(' ')]));
}

const columnsOf = ({ header, columns: { roles, states, gases } }: TableHead): LogColumn[] =>
  header.cells.map((name, at) => {
    const gas = gases.find((column) => column.at === at);
    const role = Object.entries(roles).find(([, place]) => place === at)?.[0];
    return {
      name,
      role: role ?? (states.includes(at) ? 'state' : null),
      gas: gas?.gas ?? null,
      unit: gas?.unit ?? null,
    };
  });

interface RowReader {
  readonly row: (line: TableRow, time: string) => ImportedRow;
  readonly unknownStates: ReadonlySet<string>;
  /** Whether a word over-range of a whole row was met. */
  readonly answers: StateAnswer;
}

function rowReader({ columns, decimal }: Survey, settings: LogSettings): RowReader {
  const unknownStates = new Set<string>();
  const answers: StateAnswer = { said: settings.stateOverRange, isOpen: false };
  const known = new Map<string, RowState>();
  const stateOf = (text: string): RowState => {
    const state = known.get(text) ?? readState(text);
    known.set(text, state);
    if (state.isUnknown) unknownStates.add(text);
    return state;
  };
  const read = new Map<string, ImportedReading>();
  // A log says the same few hundred things over and over: each is read and held once.
  const readingOf = (raw: string, said: SaidColumn): ImportedReading => {
    const key = `${said.gas}\n${said.unit}\n${raw}`;
    const before = read.get(key);
    if (before) return before;
    const gas = gasOf(said, settings);
    const cell = readCell(raw, decimal.sign, settings.decimal === '.');
    const reading = { gas, value: valueOfCell(cell, gas, unitFor(said, settings)), raw };
    read.set(key, reading);
    return reading;
  };
  const row = ({ row: line, cells }: TableRow, time: string): ImportedRow => {
    const words = columns.states.map((at) => cellAt(cells, at)).filter((text) => text !== '');
    const state = stateOfRow(words.map(stateOf));
    const readings = columns.gases.map((column) => {
      const reading = readingOf(cellAt(cells, column.at), saidColumn(column, columns, cells));
      const value = state.states.length === 0 ? reading.value : underState(reading.value, reading.gas, state, answers);
      return value === reading.value ? reading : { ...reading, value };
    });
    const place = cellAt(cells, columns.roles.place);
    const device = cellAt(cells, columns.roles.device);
    return {
      row: line,
      time,
      readings,
      ...(state.isAlarm && { alarm: true }),
      ...(place !== '' && { place }),
      ...(device !== '' && { device }),
      ...(words.length > 0 && state.isTold && { state: words.join(' ') }),
    };
  };
  return { row, unknownStates, answers };
}

/** The unit of the header, else of a unit column beside a single gas; without one the column is not read as numbers. */
function saidColumn(
  { gas, unit }: Columns['gases'][number],
  { roles, gases }: Columns,
  cells: readonly string[],
): SaidColumn {
  const beside = unit === null && roles.unit !== undefined && gases.length === 1;
  return { gas, unit: beside ? unitOf(cellAt(cells, roles.unit)) : unit };
}

function questionsOf(
  { columns, units, order, decimal, hasSerials }: Survey,
  lacksZone: boolean,
  settings: LogSettings,
  states: StateAnswer,
): readonly LogQuestion[] {
  const [gas, ...more] = columns.gases;
  const gases = gas && more.length === 0 ? units.map((unit) => ({ ...gas, unit })) : columns.gases;
  const asked: readonly (readonly [LogQuestion, boolean])[] = [
    ['zone', settings.zone === undefined && lacksZone],
    ['date_order', order.isOpen],
    ['excel_dates', hasSerials && settings.excelDates === undefined],
    ['decimal', decimal.isOpen],
    ['state_over_range', states.isOpen],
  ];
  return [...asked.flatMap(([question, isOpen]) => (isOpen ? [question] : [])), ...columnQuestions(gases, settings)];
}
