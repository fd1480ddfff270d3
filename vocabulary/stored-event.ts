import { z } from 'zod';

/**
 * One event of an instrument's own log, as its driver read it. `index` 0 is the newest; device times are the instrument's own
 * and null where its clock was lost: then only the order counts. `raw_hex` is the frame it came in.
 */
export const storedEvent = z.strictObject({
  log: z.string(),
  index: z.int(),
  device_clock: z.string().nullable(),
  device_now: z.string().nullable(),
  clock_valid: z.boolean(),
  running_seconds: z.number(),
  code: z.int(),
  total_count: z.int(),
  lost: z.int(),
  raw_hex: z.string(),
});
export type StoredEvent = z.infer<typeof storedEvent>;
