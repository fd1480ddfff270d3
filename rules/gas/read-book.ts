import { z } from 'zod';
import { decimalString } from '../../vocabulary/quantity.ts';
import type { BookEntry } from './check-patterns.ts';

/** The columns of a shift book, found by what their heads say. */
export interface BookColumns {
  readonly day: number | null;
  readonly time: number;
  readonly place: number;
  readonly by: number | null;
  readonly ch4: number;
  readonly co2: number | null;
}

/** A book as far as it could be read. `unread` are the rows, counted from 1 with the head, that hold no check. */
export interface ReadBook {
  readonly entries: readonly BookEntry[];
  readonly unread: readonly number[];
}

const DAY_MIN = 1440;
const DAY_MS = 86_400_000;

const normal = (text: string): string => text.normalize('NFKC').trim();

/** What the head of each column may be; the words of the mines stand in `read-book.words.ts`. */
export type HeadWords = Readonly<Record<keyof BookColumns, RegExp>>;

/** Which row is the head and which columns it names; null where no row names time, place and methane. */
export function findColumns(
  rows: readonly (readonly string[])[],
  words: HeadWords,
): { readonly head: number; readonly columns: BookColumns } | null {
  for (const [head, cells] of rows.slice(0, 20).entries()) {
    const at = (word: RegExp): number | null => {
      const found = cells.findIndex((cell) => word.test(normal(cell)));
      return found < 0 ? null : found;
    };
    const [time, place, ch4] = [at(words.time), at(words.place), at(words.ch4)];
    if (time === null || place === null || ch4 === null) continue;
    return { head, columns: { time, place, ch4, day: at(words.day), by: at(words.by), co2: at(words.co2) } };
  }
  return null;
}

/** Days since 1970 of the day that stands in a text, or null. */
function dayIn(text: string): number | null {
  const [, year = '', month = '', day = ''] = text.match(/(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/) ?? [];
  const iso = z.iso.date().safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return iso.success ? Date.parse(iso.data) / DAY_MS : null;
}

/** Minutes since midnight of the time that stands in a text, or null. */
function clockIn(text: string): number | null {
  const [, hour, minute] = text.match(/(?:^|\D)(\d{1,2})[:时](\d{1,2})/) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return Number(hour) * 60 + Number(minute);
}

/** Minutes since 1970 of a day and a time of day as a book writes them; null where it writes none. */
function minuteOf(day: string, time: string, before: number): { readonly minute: number; readonly day: number } | null {
  const clock = clockIn(normal(time));
  if (clock === null) return null;
  const start = dayIn(normal(day)) ?? dayIn(normal(time)) ?? before;
  return { minute: start * DAY_MIN + clock, day: start };
}

const amountOf = (text: string): string | null | undefined => {
  const plain = normal(text).replace(/%$/, '').trim();
  if (plain === '' || /^[-–—/]+$/.test(plain)) return null;
  return decimalString.safeParse(plain).data;
};

/** The checks of a book. A row whose time or methane cannot be read is named, and nothing is made of it. */
export function readBook(rows: readonly (readonly string[])[], words: HeadWords): ReadBook | null {
  const found = findColumns(rows, words);
  if (!found) return null;
  const { head, columns } = found;
  const entries: BookEntry[] = [];
  const unread: number[] = [];
  let today = 0;
  for (const [index, cells] of rows.entries()) {
    if (index <= head || cells.every((cell) => normal(cell) === '')) continue;
    const cell = (column: number | null) => (column === null ? '' : normal(cells[column] ?? ''));
    const at = minuteOf(cell(columns.day), cell(columns.time), today);
    const ch4 = amountOf(cell(columns.ch4));
    const co2 = amountOf(cell(columns.co2));
    const place = cell(columns.place);
    if (!at || ch4 == null || co2 === undefined || place === '') {
      unread.push(index + 1);
      continue;
    }
    today = at.day;
    entries.push({ row: index + 1, place, by: cell(columns.by), minute: at.minute, ch4_pct: ch4, co2_pct: co2 });
  }
  return { entries, unread };
}
