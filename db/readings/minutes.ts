import type { Reading } from '../../vocabulary/reading.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import { epochMs } from '../../vocabulary/time.ts';

/** Min, max and mean of one channel over one minute, in the unit of the channel; only real readings count. */
export interface MinuteSummary {
  readonly channel: string;
  readonly minute: EpochMs;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Real readings in the minute. */
  readonly count: number;
  /** Readings that were no measurement: warm-up, fault, over-range… */
  readonly others: number;
  /** Those of them that were past the range: graver than any number. */
  readonly over: number;
}

export const MINUTE_MS = 60_000;

/** Summaries in the order of (channel, minute). The chart's numbers are for looking; verdicts use the exact amounts. */
export function minutesOf(readings: readonly Reading[]): readonly MinuteSummary[] {
  const groups = new Map<
    string,
    { channel: string; minute: number; amounts: number[]; others: number; over: number }
  >();
  for (const { channel, time, value } of readings) {
    const minute = Math.floor(time.wall / MINUTE_MS) * MINUTE_MS;
    const key = `${channel}\n${minute}`;
    const group = groups.get(key) ?? { channel, minute, amounts: [], others: 0, over: 0 };
    groups.set(key, group);
    if (value.quality === 'ok') group.amounts.push(Number(value.amount));
    else group.others += 1;
    if (value.quality === 'over_range') group.over += 1;
  }
  return [...groups.values()]
    .sort((a, b) => (a.channel === b.channel ? a.minute - b.minute : a.channel < b.channel ? -1 : 1))
    .map(({ channel, minute, amounts, others, over }) => ({
      channel,
      minute: epochMs.parse(minute),
      ...spread(amounts),
      count: amounts.length,
      others,
      over,
    }));
}

function spread(amounts: readonly number[]): { min: number | null; max: number | null; mean: number | null } {
  if (amounts.length === 0) return { min: null, max: null, mean: null };
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return {
    min: amounts.reduce((least, amount) => Math.min(least, amount)),
    max: amounts.reduce((most, amount) => Math.max(most, amount)),
    mean: sum / amounts.length,
  };
}
