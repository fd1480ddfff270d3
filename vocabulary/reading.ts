import { z } from 'zod';
import { gas } from './gas.ts';
import { bootId, instrumentId } from './ids.ts';
import { decimalString, gasUnit } from './quantity.ts';
import { epochMs, monoMs } from './time.ts';

/** The quality words used everywhere: types, files, command line. Only `ok` carries a number. */
export const quality = z.enum([
  'ok',
  'warmup',
  'calibrating',
  'fault',
  'over_range',
  'under_range',
  'invalid',
  'missing',
  'stale',
]);
export type Quality = z.infer<typeof quality>;

const notMeasured = quality.exclude(['ok']);
export type NotMeasured = z.infer<typeof notMeasured>;

/** A measured amount with its unit, or the word why there is none. What is not a measurement never becomes a number. */
export const readingValue = z.discriminatedUnion('quality', [
  z.strictObject({ quality: z.literal('ok'), amount: decimalString, unit: gasUnit }),
  z.strictObject({ quality: notMeasured, unit: gasUnit.nullable(), detail: z.string() }),
]);
export type ReadingValue = z.infer<typeof readingValue>;

/** When the frame arrived: wall clock for people, monotonic clock and boot for order and age. */
export const readingTime = z.strictObject({ wall: epochMs, mono: monoMs, boot: bootId });

/** One value of one channel of one instrument. The place is not in it: places are intervals, joined by time. */
export const reading = z.strictObject({
  instrument: instrumentId,
  channel: z.string().min(1),
  gas,
  time: readingTime,
  value: readingValue,
});
export type Reading = z.infer<typeof reading>;
