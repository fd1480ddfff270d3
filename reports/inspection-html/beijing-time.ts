import { BEIJING_OFFSET_MS, type EpochMs } from '../../vocabulary/time.ts';

/** What a `Date` can hold; a damaged clock may have said anything. */
const MAX_MS = 8.64e15 - BEIJING_OFFSET_MS;

/** `2026-11-23 14:32:07` in Beijing time. */
export function beijingTime(at: EpochMs): string {
  if (Math.abs(at) > MAX_MS) return String(at);
  return new Date(at + BEIJING_OFFSET_MS).toISOString().replace('T', ' ').slice(0, -5);
}

/** `2026-11-23 14:32` */
export const beijingMinute = (at: EpochMs): string => beijingTime(at).replace(/:\d\d$/, '');

/** `14:32:07` */
export const beijingClock = (at: EpochMs): string => beijingTime(at).slice(-8);
