import type { Gas } from '../../vocabulary/gas.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import { columnQuestions, gasOf, type SaidColumn, unitFor } from './column-unit.ts';
import { dateOrderFinder } from './date-order.ts';
import { gasColumn, unitOf } from './find-columns.ts';
import {
  hasZone,
  type ImportedLog,
  type ImportedRow,
  type LogQuestion,
  timeFlagger,
  valueOfCell,
} from './imported-log.ts';
import type { LogSettings } from './log-settings.ts';
import { type Cell, plainWord, readCell } from './read-cell.ts';
import { readTime, type TimeRules } from './read-time.ts';
import { splitLines } from './split-lines.ts';
import { forEach, part, type Steps } from './steps.ts';

/** Date, time of S0, and 1 to 30 samples (p6, "Interval report"). */
const LINE = /^\s*(\S+)\s+(\d{1,2}:\d{2}(?::\d{2})?)((?:\s+\S+){1,30})\s*$/;
const HEADER = /\bS0\b(\s+S\d+)*/i;
const INTERVAL = /(?:interval|间隔)\D*(\d+)\s*(s|sec|seconds|min|minutes|秒|分)/i;
const ABOVE_LIMIT = '9999';
const BELOW_LIMIT = '-999';
const DAMAGED = '****';

export const isIntervalReport = (lines: readonly string[]): boolean => lines.some((line) => HEADER.test(line));

interface Line {
  readonly row: number;
  readonly raw: string;
  readonly timeText: string;
  readonly samples: readonly string[];
}
type TimedLine = Line & { readonly time: string };

/** The marks of this format come before those of any file: `****` is a damaged log here, and two numbers are limits. */
function sampleCell(text: string): Cell {
  if (text === DAMAGED) return { quality: 'invalid' };
  if (text === ABOVE_LIMIT) return { quality: 'over_range' };
  return text === BELOW_LIMIT ? { quality: 'under_range' } : readCell(text, '.');
}

/** Sample k of a line is k intervals later than its time; each becomes a row of its own. */
export function* importIntervalReport(text: string, settings: LogSettings): Steps<ImportedLog> {
  const lines = yield* part(splitLines(text), 0, 0.2);
  const headerAt = lines.findIndex((line) => HEADER.test(line));
  const head = lines.slice(0, headerAt + 1).join('\n');
  const body: Line[] = [];
  const finder = dateOrderFinder(settings);
  const look = (text: string, index: number): void => {
    if (index <= headerAt || text.trim() === '') return;
    const line = readLine(text, index + 1);
    body.push(line);
    finder.look(line.row, line.timeText);
  };
  yield* forEach(lines, look, 0.2, 0.5);
  const order = finder.found();
  const rules: TimeRules = { order: order.order, zone: settings.zone ?? null, takesSerials: false };
  const { timed, bad, duplicates } = yield* part(parted(body, rules), 0.5, 0.7);
  const seconds = settings.intervalSeconds ?? intervalIn(head) ?? intervalBetween(timed);
  const said: SaidColumn = { gas: settings.gas ?? gasIn(head), unit: settings.unit ?? unitIn(head) };
  const rows: ImportedRow[] = [];
  const flagged = timeFlagger();
  let lacksZone = false;
  const read = (line: TimedLine): void => {
    rows.push(...samplesOf(line, seconds, gasOf(said, settings), unitFor(said, settings)).map(flagged));
    lacksZone ||= !hasZone(line.time);
  };
  yield* forEach(timed, read, 0.7, 1);
  const open: readonly (readonly [LogQuestion, boolean])[] = [
    ['zone', settings.zone === undefined && lacksZone],
    ['date_order', order.isOpen],
    ['gas', said.gas === 'unknown'],
    ['unit', said.unit === null],
    ['interval', seconds === null],
  ];
  return {
    format: 'interval_report',
    columns: [{ name: 'S0', role: null, ...said }],
    rows,
    bad_rows: bad,
    duplicates,
    questions: [
      ...open.flatMap(([question, isOpen]) => (isOpen ? [question] : [])),
      ...columnQuestions([said], settings),
    ],
    unknown_states: [],
    reading: {
      header_line: headerAt + 1,
      interval_seconds: seconds,
      metadata: { header: head },
      ...(order.said && { date_order: order.said }),
    },
  };
}

function readLine(line: string, row: number): Line {
  const [, date = '', clock = '', samples = ''] = LINE.exec(line) ?? [];
  return { row, raw: line, timeText: `${date} ${clock}`.trim(), samples: samples.trim().split(/\s+/) };
}

interface Parted {
  readonly timed: readonly TimedLine[];
  readonly bad: ImportedLog['bad_rows'];
  readonly duplicates: ImportedLog['duplicates'];
}

/** Lines with a time, lines without, and lines that stand twice. */
function* parted(body: readonly Line[], rules: TimeRules): Steps<Parted> {
  const timed: TimedLine[] = [];
  const bad: { row: number; reason: string; raw: string }[] = [];
  const duplicates: { row: number; of: number }[] = [];
  const seen = new Map<string, number>();
  const put = (line: Line): void => {
    const of = seen.get(line.raw);
    const time = readTime(line.timeText, rules);
    if (of !== undefined) duplicates.push({ row: line.row, of });
    else if (time === null) bad.push({ row: line.row, reason: 'time', raw: line.raw });
    else timed.push({ ...line, time });
    seen.set(line.raw, of ?? line.row);
  };
  yield* forEach(body, put);
  return { timed, bad, duplicates };
}

function intervalIn(head: string): number | null {
  const [, count, unit = ''] = INTERVAL.exec(head) ?? [];
  if (count === undefined) return null;
  return Number(count) * (/^(m|分)/i.test(unit) ? 60 : 1);
}

const timeMs = (time: string): number => Date.parse(time.length > 19 ? time : `${time}Z`);

/** The difference of the first two line times over the columns of the first. */
function intervalBetween([first, second]: readonly TimedLine[]): number | null {
  if (first === undefined || second === undefined) return null;
  const seconds = (timeMs(second.time) - timeMs(first.time)) / 1000 / first.samples.length;
  return seconds > 0 ? seconds : null;
}

const words = (head: string) => head.split(/[\s:,;=]+/);

const gasIn = (head: string): Gas =>
  words(head)
    .map(gasColumn)
    .find((each) => each !== null)?.gas ?? 'unknown';

const unitIn = (head: string): GasUnit | '%' | null =>
  words(head)
    .map((word) => gasColumn(word)?.unit ?? unitOf(word))
    .find((unit) => unit !== null) ?? null;

/** Without an interval only the first sample has a time. */
function samplesOf(
  { row, time, samples }: TimedLine,
  seconds: number | null,
  gas: Gas,
  unit: GasUnit | null,
): ImportedRow[] {
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
