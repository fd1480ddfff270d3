import { gasColumn, unitOf } from './find-columns.ts';
import {
  type ImportedLog,
  type ImportedReading,
  type ImportedRow,
  valueOfCell,
  withTimesFlagged,
} from './imported-log.ts';
import type { LogSettings } from './log-settings.ts';
import { plainWord, readCell } from './read-cell.ts';
import { readTime, undecidedDate } from './read-time.ts';

/** `batch.number` at the head of a line with its fields parted by semicolons (p6, "One line per record"). */
const RECORD = /^\s*\d+\.\d+\s*;/;
const FIELDS_BEFORE = 3;
/** Gas, value, unit, alarm, fault; a second gas has the same five again. */
const FIELDS_PER_GAS = 5;

export const isRecordLog = (lines: readonly string[]): boolean => lines.slice(1, 30).some((line) => RECORD.test(line));

/** A log with one line per record: the first line names maker, serial number and gas. */
export function importRecords(lines: readonly string[], settings: LogSettings): ImportedLog {
  const rows: ImportedRow[] = [];
  const badRows: { row: number; reason: string; raw: string }[] = [];
  const duplicates: { row: number; of: number }[] = [];
  const seen = new Map<string, number>();
  const [head = ''] = lines;
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const row = index + 1;
    const fields = line.split(';').map((field) => field.trim());
    const time = readTime(`${fields[1] ?? ''} ${fields[2] ?? ''}`, {
      order: settings.dateOrder ?? null,
      zone: settings.zone ?? null,
      takesSerials: false,
    });
    const of = seen.get(line);
    if (of !== undefined) duplicates.push({ row, of });
    else if (!RECORD.test(line) || fields.length < FIELDS_BEFORE + FIELDS_PER_GAS)
      badRows.push({ row, reason: 'columns', raw: line });
    else if (time === null) badRows.push({ row, reason: 'time', raw: line });
    else rows.push(recordRow(row, time, fields, settings));
    seen.set(line, of ?? row);
  }
  const isOrderOpen =
    settings.dateOrder === undefined && lines.some((line) => undecidedDate(line.split(';')[1]?.trim() ?? '') !== null);
  return {
    format: 'records',
    rows: withTimesFlagged(rows),
    bad_rows: badRows,
    duplicates,
    questions: [
      ...(settings.zone === undefined ? (['zone'] as const) : []),
      ...(isOrderOpen ? (['date_order'] as const) : []),
    ],
    reading: { delimiter: ';', metadata: { header: head.trim() } },
  };
}

function recordRow(row: number, time: string, fields: readonly string[], settings: LogSettings): ImportedRow {
  const groups = [0, 1].map((nth) =>
    fields.slice(FIELDS_BEFORE + nth * FIELDS_PER_GAS, FIELDS_BEFORE + (nth + 1) * FIELDS_PER_GAS),
  );
  const read = groups.filter(([gas = '']) => gas !== '');
  return {
    row,
    time,
    readings: read.map((group) => recordReading(group, settings)),
    ...(read.some(([, , , alarm = '']) => plainWord(alarm) === 'alarm') && { alarm: true }),
  };
}

/** A set fault gives no number, whatever stands in the value. */
function recordReading(
  [name = '', raw = '', unitText = '', , fault = '']: readonly string[],
  settings: LogSettings,
): ImportedReading {
  const named = gasColumn(name)?.gas ?? 'unknown';
  const gas = named === 'COMB' ? (settings.comb ?? 'COMB') : named;
  const said = unitOf(unitText);
  const unit = said === '%' ? (settings.percent ?? null) : said;
  const hasFault = plainWord(fault) !== '';
  return { gas, value: valueOfCell(hasFault ? { quality: 'fault' } : readCell(raw, '.'), gas, unit), raw };
}
