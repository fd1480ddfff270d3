import { z } from 'zod';

/** What a stretch of a frame is for. */
export const byteMeaning = z.enum([
  'start',
  'address',
  'function',
  'command',
  'register',
  'count',
  'length',
  'kind',
  'value',
  'values',
  'unit',
  'decimals',
  'range',
  'status',
  'temperature',
  'cycle',
  'gas',
  'errorCode',
  'other',
  'check',
  'end',
]);
export type ByteMeaning = z.infer<typeof byteMeaning>;

/** Bytes `from` up to and without `to`. */
export const byteField = z.strictObject({ from: z.int(), to: z.int(), means: byteMeaning });
export type ByteField = z.infer<typeof byteField>;
