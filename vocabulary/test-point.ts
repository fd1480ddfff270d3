import { z } from 'zod';
import { decimalString } from './quantity.ts';
import { isoDate } from './time.ts';

/** Number of a test point within its unit, from 1. */
const pointNo = z.int().min(1).max(999);

const amount = decimalString.refine((text) => !text.startsWith('-')).nullable();

/** Where and when residual gas was measured in a unit, and what it came to; null: not measured, which is not nought. */
export const testPoint = z.strictObject({
  no: pointNo,
  /** As the mine calls it. */
  place: z.string().trim().max(80),
  /** From where the tested area begins, along its length. */
  at_m: amount,
  date: isoDate.nullable(),
  content_m3PerT: amount,
  /** Gauge. */
  pressure_MPa: amount,
});
export type TestPoint = z.infer<typeof testPoint>;
