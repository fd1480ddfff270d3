import { z } from 'zod';

/** Milliseconds since 1970 by the wall clock; may be negative when a clock is wrong. */
export const epochMs = z.int().brand<'EpochMs'>();
export type EpochMs = z.infer<typeof epochMs>;

/** Milliseconds of the monotonic clock of one machine start; only comparable within one boot. */
export const monoMs = z.number().nonnegative().brand<'MonoMs'>();
export type MonoMs = z.infer<typeof monoMs>;

/** `2026-11-23`, a day of the calendar in Beijing. */
export const isoDate = z.iso.date().brand<'IsoDate'>();
export type IsoDate = z.infer<typeof isoDate>;

/** The clocks of a machine, taken as an argument by everything that needs the time. */
export interface Clock {
  readonly wall: () => EpochMs;
  readonly mono: () => MonoMs;
}

/** One clock for the whole country and all the year; a document reads the same wherever it was written. */
export const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days since 1970 by the calendar in Beijing: equal where `beijingDay` is, and quick to make. */
export const beijingDayNumber = (at: EpochMs): number => Math.floor((at + BEIJING_OFFSET_MS) / DAY_MS);

/** The day in Beijing, whatever zone the machine believes to be in. */
export const beijingDay = (at: EpochMs): IsoDate =>
  isoDate.parse(new Date(at + BEIJING_OFFSET_MS).toISOString().slice(0, 10));
