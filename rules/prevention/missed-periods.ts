import type { CheckLevel } from '../../vocabulary/dual-prevention.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';

/** Days in a row, both included. */
export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** A stretch without the check that was owed in it. `times`: how many checks are missing. */
export interface Missed extends Period {
  readonly times: number;
}

const DAY_MS = 86_400_000;
const MOST_DAYS_BETWEEN = 7;

const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY_MS);
const dayOf = (number: number): IsoDate => isoDate.parse(new Date(number * DAY_MS).toISOString().slice(0, 10));

/**
 * The checks that a mine's papers do not show for the days looked at. A day, month or quarter counts only when it is over before
 * `today` and lies whole within the range; every day counts as a working day. Weekly: more than seven days from one check to the next.
 */
export function missedPeriods(
  level: CheckLevel,
  checkedOn: readonly IsoDate[],
  range: Period,
  today: IsoDate,
): readonly Missed[] {
  const days = [...new Set(checkedOn.map(dayNumber))].sort((a, b) => a - b);
  const from = dayNumber(range.from);
  const to = Math.min(dayNumber(range.to), dayNumber(today) - 1);
  if (to < from) return [];
  if (level === 'team') return missedDays(new Set(days), from, to);
  if (level === 'workshop') return missedWeeks(days, from, to);
  return missedMonths(new Set(days.map((day) => monthOf(dayOf(day), level))), from, to, level);
}

function missedDays(days: ReadonlySet<number>, from: number, to: number): Missed[] {
  const missed: { from: number; to: number }[] = [];
  for (let day = from; day <= to; day++) {
    if (days.has(day)) continue;
    const last = missed.at(-1);
    if (last?.to === day - 1) last.to = day;
    else missed.push({ from: day, to: day });
  }
  return missed.map((run) => ({ from: dayOf(run.from), to: dayOf(run.to), times: run.to - run.from + 1 }));
}

/** What was before the range nobody looked at: its first seven days are covered. */
function missedWeeks(days: readonly number[], from: number, to: number): Missed[] {
  const stops = [from - 1, ...days.filter((day) => day >= from && day <= to), to + 1];
  return stops.slice(1).flatMap((stop, at): Missed[] => {
    const start = stops[at] ?? stop;
    const uncovered = stop - start - 1;
    const times = Math.floor(uncovered / MOST_DAYS_BETWEEN);
    return times > 0 ? [{ from: dayOf(start + 1), to: dayOf(stop - 1), times }] : [];
  });
}

const MONTHS_OF = { mine: 1, group: 3 } as const;

/** The first month of the month or quarter a day lies in, counted from year 0. */
const monthOf = (day: IsoDate, level: 'mine' | 'group'): number => {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return month - (month % MONTHS_OF[level]);
};

const firstDay = (month: number): IsoDate =>
  isoDate.parse(`${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`);

function missedMonths(checked: ReadonlySet<number>, from: number, to: number, level: 'mine' | 'group'): Missed[] {
  const missed: Missed[] = [];
  for (let month = monthOf(dayOf(from), level); dayNumber(firstDay(month)) <= to; month += MONTHS_OF[level]) {
    const period = { from: firstDay(month), to: dayOf(dayNumber(firstDay(month + MONTHS_OF[level])) - 1) };
    const isWhole = dayNumber(period.from) >= from && dayNumber(period.to) <= to;
    if (isWhole && !checked.has(month)) missed.push({ ...period, times: 1 });
  }
  return missed;
}
