import { z } from 'zod';
import { bootId, entityId, instrumentId } from './ids.ts';

// A raw capture is NDJSON: a head, then lines. The format stands in docs/record-format.md.

/**
 * `n` counts the lines of one capture in the order in which things happened, whatever the order in which they were
 * written; without it the times give the order.
 */
const place = { n: z.int().nonnegative().optional(), wall_ms: z.int() };
const span = { mono_first_ms: z.number().nonnegative(), mono_last_ms: z.number().nonnegative() };

/** A run of bytes as it came or went, with the wall clock and the monotonic times of its first and last byte. */
const rawChunk = z.object({
  ...place,
  ...span,
  dir: z.enum(['rx', 'tx']),
  hex: z.string().regex(/^([0-9a-fA-F]{2})*$/),
});
export type RawChunk = z.infer<typeof rawChunk>;

/** Received bytes of an endless noise that were not kept, and how many: `n` is the first of `lines` lines. */
const leftOut = z.object({
  ...place,
  ...span,
  dir: z.literal('rx'),
  left_out: z.object({ lines: z.int().positive(), bytes: z.int().positive() }),
});
export type LeftOut = z.infer<typeof leftOut>;

/**
 * What happened to the line itself; without it a replay could not tell a pulled plug from silence. `restarted`: the
 * driver had failed and began anew, as nothing had been before.
 */
const linkChange = z.object({
  ...place,
  mono_ms: z.number().nonnegative(),
  link: z.enum(['opened', 'lost', 'closed', 'restarted']),
  cause: z.string().optional(),
});

export const captureLine = z.union([rawChunk, linkChange, leftOut]);
export type CaptureLine = z.infer<typeof captureLine>;

/** What decodes the raw bytes again. `definition` is the whole description of an instrument that is data and not code. */
export const captureSource = z.object({
  driver: z.string(),
  driverVersion: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  definition: z.json().optional(),
});
export type CaptureSource = z.infer<typeof captureSource>;

/**
 * The first line of a raw capture. In the record it also says whose bytes they are: all blocks of one `session` are one
 * capture, and `boot` is the machine start that its monotonic times count from.
 */
export const captureHeader = captureSource.extend({
  v: z.literal(1),
  instrument: instrumentId.optional(),
  session: entityId.optional(),
  boot: bootId.optional(),
});
export type CaptureHeader = z.infer<typeof captureHeader>;
