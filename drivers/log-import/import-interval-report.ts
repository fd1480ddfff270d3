import type { Gas } from '../../vocabulary/gas.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import { gasColumn, unitOf } from './find-columns.ts';
import { type ImportedLog, type ImportedRow, type LogQuestion, valueOfCell, withTimesFlagged } from './imported-log.ts';
import type { LogSettings } from './log-settings.ts';
import { type Cell, plainWord, readCell } from './read-cell.ts';
import { readTime } from './read-time.ts';

/** Date, time of S0, and 1 to 30 samples (p6, "Interval report"). */
const LINE = /^\s*(\S+)\s+(\d{1,2}:\d{2}(?::\d{2})?)((?:\s+\S+){1,30})\s*$/;
const HEADER = /\bS0\b(\s+S\d+)*/i;
const INTERVAL = /(?:interval|间隔)\D*(\d+)\s*(s|sec|seconds|min|minutes|秒|分)/i;
const ABOVE_LIMIT = '9999';
const BELOW_LIMIT = '-999';
const DAMAGED = '****';

export const isIntervalReport = (lines: readonly string[]): boolean =>
  lines.slice(0, 30).some((line) => HEADER.test(line));

interface Line {
  readonly row: number;
  readonly raw: string;
  readonly time: string | null;
  readonly samples: readonly string[];
}

/** The marks of this format come before those of any file: `****` is a damaged log here, and two numbers are limits. */
function sampleCell(text: string): Cell {
  if (text === DAMAGED) return { quality: 'invalid' };
  if (text === ABOVE_LIMIT) return { quality: 'over_range' };
  return text === BELOW_LIMIT ? { quality: 'under_range' } : readCell(text, '.');
}

/** Sample k of a line is k intervals later than its time; each becomes a row of its own. */
export function importIntervalReport(lines: readonly string[], settings: LogSettings): ImportedLog {
  const headerAt = lines.findIndex((line) => HEADER.test(line));
  const head = lines.slice(0, headerAt + 1).join('\n');
  const body = lines.slice(headerAt + 1).flatMap((line, index) => readLine(line, headerAt + 2 + index, settings));
  const seconds = settings.intervalSeconds ?? intervalIn(head) ?? intervalBetween(body);
  const gas = settings.gas ?? gasIn(head);
  const unit = settings.unit ?? unitIn(head, settings);
  const rows = body.flatMap((line) => samplesOf(line, seconds, gas, unit));
  const bad = body.filter(({ time }) => time === null).map(({ row, raw }) => ({ row, reason: 'time', raw }));
  const open: readonly (readonly [LogQuestion, boolean])[] = [
    ['zone', settings.zone === undefined],
    ['gas', gas === 'unknown'],
    ['unit', unit === null],
    ['interval', seconds === null],
  ];
  return {
    format: 'interval_report',
    rows: withTimesFlagged(rows),
    bad_rows: bad,
    duplicates: [],
    questions: open.flatMap(([question, isOpen]) => (isOpen ? [question] : [])),
    reading: { header_line: headerAt + 1, interval_seconds: seconds, metadata: { header: head } },
  };
}

function readLine(line: string, row: number, settings: LogSettings): Line[] {
  if (line.trim() === '') return [];
  const [, date = '', clock = '', samples = ''] = LINE.exec(line) ?? [];
  const rules = { order: settings.dateOrder ?? null, zone: settings.zone ?? null, takesSerials: false };
  return [{ row, raw: line, time: readTime(`${date} ${clock}`, rules), samples: samples.trim().split(/\s+/) }];
}

function intervalIn(head: string): number | null {
  const [, count, unit = ''] = INTERVAL.exec(head) ?? [];
  if (count === undefined) return null;
  return Number(count) * (/^(m|分)/i.test(unit) ? 60 : 1);
}

const timeMs = (time: string | null): number =>
  time === null ? Number.NaN : Date.parse(time.length > 19 ? time : `${time}Z`);

/** The difference of the first two line times over the columns of the first. */
function intervalBetween([first, second]: readonly Line[]): number | null {
  if (first === undefined || second === undefined) return null;
  const seconds = (timeMs(second.time) - timeMs(first.time)) / 1000 / first.samples.length;
  return seconds > 0 ? seconds : null;
}

const words = (head: string) => head.split(/[\s:,;=]+/);

const gasIn = (head: string): Gas =>
  words(head)
    .map(gasColumn)
    .find((each) => each !== null)?.gas ?? 'unknown';

function unitIn(head: string, settings: LogSettings): GasUnit | null {
  const found = words(head)
    .map((word) => gasColumn(word)?.unit ?? unitOf(word))
    .find((unit) => unit !== null);
  return found === '%' ? (settings.percent ?? null) : (found ?? null);
}

/** Without an interval only the first sample has a time. */
function samplesOf(
  { row, time, samples }: Line,
  seconds: number | null,
  gas: Gas,
  unit: GasUnit | null,
): ImportedRow[] {
  if (time === null) return [];
  return samples.slice(0, seconds === null ? 1 : undefined).map((raw, index) => ({
    row,
    time: laterBy(time, index * (seconds ?? 0)),
    readings: [{ gas, value: valueOfCell(sampleCell(plainWord(raw).toUpperCase()), gas, unit), raw }],
  }));
}

/** The same clock so many seconds later, in the same zone. */
function laterBy(time: string, seconds: number): string {
  const zone = time.slice(19);
  const at = Date.parse(`${time.slice(0, 19)}Z`) + seconds * 1000;
  return `${new Date(at).toISOString().slice(0, 19)}${zone}`;
}
