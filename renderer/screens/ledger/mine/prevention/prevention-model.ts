import type { MineCheckRow } from '../../../../../electron/ports/prevention-models.ts';
import { type Missed, missedPeriods, type Period } from '../../../../../rules/prevention/missed-periods.ts';
import { type CheckLevel, checkLevel } from '../../../../../vocabulary/dual-prevention.ts';
import { type IsoDate, isoDate } from '../../../../../vocabulary/time.ts';

/** What one level shows for the days looked at: how many checks there are, and which are missing. */
export interface LevelSummary {
  readonly level: CheckLevel;
  readonly checks: number;
  readonly missed: readonly Missed[];
  /** How many checks are missing in all. */
  readonly times: number;
}

export const summariesOf = (checks: readonly MineCheckRow[], range: Period, today: IsoDate): LevelSummary[] =>
  checkLevel.options.map((level) => {
    const days = checks.filter((check) => check.level === level).map(({ checkedOn }) => checkedOn);
    const missed = missedPeriods(level, days, range, today);
    const within = days.filter((day) => day >= range.from && day <= range.to);
    return { level, checks: within.length, missed, times: missed.reduce((sum, { times }) => sum + times, 0) };
  });

const MONTHS_BACK = 3;

/** The last three whole months and what has passed of this one: quarters and months lie whole in it. */
export function lastMonths(today: IsoDate): Period {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - MONTHS_BACK;
  const from = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  return { from: isoDate.parse(from), to: today };
}

/** Hidden dangers of the checks that are past their deadline and not closed. */
export const overdueIn = ({ hazards }: MineCheckRow, today: IsoDate): number =>
  hazards.filter(({ deadline, closedOn }) => closedOn === null && deadline !== null && deadline < today).length;
