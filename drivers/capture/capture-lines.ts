import { z } from 'zod';

/** A run of bytes as it came or went, with the wall clock and the monotonic times of its first and last byte. */
const rawChunk = z.looseObject({
  wall_ms: z.int(),
  mono_first_ms: z.number().nonnegative(),
  mono_last_ms: z.number().nonnegative(),
  dir: z.enum(['rx', 'tx']),
  hex: z.string().regex(/^([0-9a-fA-F]{2})*$/),
});
export type RawChunk = z.infer<typeof rawChunk>;

/** What happened to the line itself; without it a replay could not tell a pulled plug from silence. */
const linkChange = z.looseObject({
  wall_ms: z.int(),
  mono_ms: z.number().nonnegative(),
  link: z.enum(['opened', 'lost', 'closed']),
  cause: z.string().optional(),
});

/** First line of a raw capture. */
export const captureHeader = z.looseObject({
  v: z.literal(1),
  driver: z.string(),
  driverVersion: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CaptureHeader = z.infer<typeof captureHeader>;

export const captureLine = z.union([rawChunk, linkChange]);
export type CaptureLine = z.infer<typeof captureLine>;
