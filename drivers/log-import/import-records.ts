import { columnQuestions, gasOf, type SaidColumn, unitFor } from './column-unit.ts';
import { dateOrderFinder } from './date-order.ts';
import { gasColumn, unitOf } from './find-columns.ts';
import {
  hasZone,
  type ImportedLog,
  type ImportedReading,
  type ImportedRow,
  timeFlagger,
  valueOfCell,
} from './imported-log.ts';
import type { LogSettings } from './log-settings.ts';
import { plainWord, readCell } from './read-cell.ts';
import { readTime, type TimeRules } from './read-time.ts';
import { splitLines } from './split-lines.ts';
import { forEach, part, type Steps } from './steps.ts';

/** `batch.number` at the head of a line with its fields parted by semicolons (p6, "One line per record"). */
const RECORD = /^\s*\d+\.\d+\s*;/;
const FIELDS_BEFORE = 3;
/** Gas, value, unit, alarm, fault; a second gas has the same five again. */
const FIELDS_PER_GAS = 5;

export const isRecordLog = (lines: readonly string[]): boolean => lines.some((line) => RECORD.test(line));

interface Line {
  readonly row: number;
  readonly line: string;
  readonly fields: readonly string[];
}

const timeText = (fields: readonly string[]): string => `${fields[1] ?? ''} ${fields[2] ?? ''}`.trim();

/** A log with one line per record: the first line names maker, serial number and gas. */
export function* importRecords(text: string, settings: LogSettings): Steps<ImportedLog> {
  const lines = yield* part(splitLines(text), 0, 0.2);
  const [head = ''] = lines;
  const hasHead = !RECORD.test(head);
  const body: Line[] = [];
  const order = dateOrderFinder(settings);
  const said = new Map<string, SaidColumn>();
  const look = (line: string, at: number): void => {
    if (line.trim() === '' || (hasHead && at === 0)) return;
    const fields = line.split(';').map((field) => field.trim());
    body.push({ row: at + 1, line, fields });
    order.look(at + 1, timeText(fields));
    addColumns(said, fields);
  };
  yield* forEach(lines, look, 0.2, 0.5);
  const found = order.found();
  const rules: TimeRules = { order: found.order, zone: settings.zone ?? null, takesSerials: false };
  const rows: ImportedRow[] = [];
  const badRows: { row: number; reason: string; raw: string }[] = [];
  const duplicates: { row: number; of: number }[] = [];
  const seen = new Map<string, number>();
  const flagged = timeFlagger();
  let lacksZone = false;
  const read = ({ row, line, fields }: Line): void => {
    const time = readTime(timeText(fields), rules);
    const of = seen.get(line);
    seen.set(line, of ?? row);
    if (of !== undefined) duplicates.push({ row, of });
    else if (!RECORD.test(line) || fields.length < FIELDS_BEFORE + FIELDS_PER_GAS)
      badRows.push({ row, reason: 'columns', raw: line });
    else if (time === null) badRows.push({ row, reason: 'time', raw: line });
    else {
      rows.push(flagged(recordRow(row, time, fields, settings)));
      lacksZone ||= !hasZone(time);
    }
  };
  yield* forEach(body, read, 0.5, 1);
  const columns = [...said.values()];
  return {
    format: 'records',
    columns: columns.map(({ gas, unit }) => ({ name: gas, role: null, gas, unit })),
    rows,
    bad_rows: badRows,
    duplicates,
    questions: [
      ...(settings.zone === undefined && lacksZone ? (['zone'] as const) : []),
      ...(found.isOpen ? (['date_order'] as const) : []),
      ...columnQuestions(columns, settings),
    ],
    unknown_states: [],
    reading: {
      delimiter: ';',
      metadata: hasHead ? { header: head.trim() } : {},
      ...(found.said && { date_order: found.said }),
    },
  };
}

const groupsOf = (fields: readonly string[]): readonly (readonly string[])[] =>
  [0, 1]
    .map((nth) => fields.slice(FIELDS_BEFORE + nth * FIELDS_PER_GAS, FIELDS_BEFORE + (nth + 1) * FIELDS_PER_GAS))
    .filter(([gas = '']) => gas !== '');

const saidOf = ([name = '', , unit = '']: readonly string[]): SaidColumn => ({
  gas: gasColumn(name)?.gas ?? 'unknown',
  unit: unitOf(unit),
});

/** Each gas with each unit that stands in the log, once. */
function addColumns(found: Map<string, SaidColumn>, fields: readonly string[]): void {
  if (fields.length < FIELDS_BEFORE + FIELDS_PER_GAS) return;
  for (const said of groupsOf(fields).map(saidOf)) found.set(`${said.gas} ${said.unit}`, said);
}

function recordRow(row: number, time: string, fields: readonly string[], settings: LogSettings): ImportedRow {
  const read = groupsOf(fields);
  return {
    row,
    time,
    readings: read.map((group) => recordReading(group, settings)),
    ...(read.some(([, , , alarm = '']) => plainWord(alarm) === 'alarm') && { alarm: true }),
  };
}

/** A set fault gives no number, whatever stands in the value. */
function recordReading(group: readonly string[], settings: LogSettings): ImportedReading {
  const [, raw = '', , , fault = ''] = group;
  const said = saidOf(group);
  const gas = gasOf(said, settings);
  const hasFault = plainWord(fault) !== '';
  return {
    gas,
    value: valueOfCell(hasFault ? { quality: 'fault' } : readCell(raw, '.'), gas, unitFor(said, settings)),
    raw,
  };
}
