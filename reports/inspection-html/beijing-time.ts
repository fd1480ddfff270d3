import type { EpochMs } from '../../vocabulary/time.ts';

/** One clock for the whole country and all the year: the document reads the same wherever it was written. */
const OFFSET_MS = 8 * 60 * 60 * 1000;
/** What a `Date` can hold; a damaged clock may have said anything. */
const MAX_MS = 8.64e15 - OFFSET_MS;

/** `2026-11-23 14:32:07` in Beijing time. */
export function beijingTime(at: EpochMs): string {
  if (Math.abs(at) > MAX_MS) return String(at);
  return new Date(at + OFFSET_MS).toISOString().replace('T', ' ').slice(0, -5);
}

/** `2026-11-23 14:32` */
export const beijingMinute = (at: EpochMs): string => beijingTime(at).replace(/:\d\d$/, '');

/** `14:32:07` */
export const beijingClock = (at: EpochMs): string => beijingTime(at).slice(-8);
