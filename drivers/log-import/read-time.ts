import { withPlainSeparators } from './log-aliases.words.ts';
import { plainWord } from './read-cell.ts';

/** Order of day and month where the year stands last. */
export type DateOrder = 'dmy' | 'mdy';

export interface TimeRules {
  readonly order: DateOrder | null;
  /** `+08:00`; null: the instrument's own time, zone not confirmed. */
  readonly zone: string | null;
  /** Days since 1900 as a spreadsheet writes them: only where the user has said so. */
  readonly takesSerials: boolean;
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]+(.*))?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T]+(.*))?$/;
/** Cheap and true of nearly every time there is. */
const YEAR_LEADS = /^\s*\d{4}/;
const DIGITS = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const CLOCK = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;
const SERIAL_OF_1970 = 25_569;
const MS_PER_DAY = 86_400_000;

const SERIAL = /^\d{5}(\.\d+)?$/;

/** A number where a time should be: perhaps the days of a spreadsheet. */
export const isSerial = (text: string): boolean => SERIAL.test(text.normalize('NFKC').trim());

/** The two numbers before the year, where the year stands last: they may settle the order of the whole file. */
export function undecidedDate(text: string): readonly [number, number] | null {
  if (YEAR_LEADS.test(text)) return null;
  const [, first, second] = YEAR_LAST.exec(withPlainSeparators(text.normalize('NFKC'))) ?? [];
  return first === undefined || second === undefined ? null : [Number(first), Number(second)];
}

/** ISO text with its zone where one is known; null where it is no time, or not without an answer from the user. */
export function readTime(text: string, rules: TimeRules): string | null {
  const plain = withPlainSeparators(text.normalize('NFKC').trim());
  if (isSerial(plain)) return rules.takesSerials ? fromSerial(Number(plain), rules.zone) : null;
  const digits = DIGITS.exec(plainWord(plain));
  if (digits) return isoOf(digits.slice(1, 4), `${digits[4]}:${digits[5]}:${digits[6]}`, rules.zone);
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) return isoOf(yearFirst.slice(1, 4), yearFirst[4], rules.zone);
  const yearLast = YEAR_LAST.exec(plain);
  if (!yearLast || rules.order === null) return null;
  const [, first = '', second = '', year = '', clock] = yearLast;
  return isoOf(rules.order === 'dmy' ? [year, second, first] : [year, first, second], clock, rules.zone);
}

/** A date and clock that exist, as ISO text; a date without a clock is no time. */
function isoOf(date: readonly string[], clock: string | undefined, zone: string | null): string | null {
  const [, hour = '', minute = '', second = '0', fraction = '', ownZone] = CLOCK.exec(clock?.trim() ?? '') ?? [];
  if (hour === '') return null;
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const [year = '', month, day] = date;
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  const known = new Date(`${iso}Z`);
  if (Number.isNaN(known.getTime()) || known.toISOString().slice(0, 19) !== iso) return null;
  const at = ownZone === undefined ? (zone ?? '') : plainZone(ownZone);
  return Number.isNaN(Date.parse(`${iso}${at || 'Z'}`)) ? null : `${iso}${fraction}${at}`;
}

/** `z` and `+0800` as ISO writes them. */
const plainZone = (zone: string): string => zone.toUpperCase().replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');

const fromSerial = (serial: number, zone: string | null): string => {
  const time = new Date(Math.round(((serial - SERIAL_OF_1970) * MS_PER_DAY) / 1000) * 1000);
  return `${time.toISOString().slice(0, 19)}${zone ?? ''}`;
};
