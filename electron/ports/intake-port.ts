import { z } from 'zod';
import { entityId, instrumentId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { definePort } from './define-port.ts';

/** One chunk of serial bytes as it came or went, with its times. */
export const rawChunk = z.strictObject({
  wall_ms: z.int(),
  mono_first_ms: z.number(),
  mono_last_ms: z.number(),
  dir: z.enum(['rx', 'tx']),
  hex: z.string(),
});

/** What the listener hands over for keeping. A batch keeps its id when it is sent again, so it is taken once. */
export const intakeBatch = z.strictObject({
  batch: entityId,
  instrumentId,
  driver: z.string(),
  driverVersion: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  readings: z.array(reading),
  raw: z.array(rawChunk),
  gaps: z.array(z.strictObject({ from: epochMs, to: epochMs, cause: z.string() })),
});
export type IntakeBatch = z.infer<typeof intakeBatch>;

/** From the listener (asking) to the recorder: the listener never waits; what is not acknowledged goes to its spool. */
export const intakePort = definePort({
  name: 'intake',
  methods: {
    'intake/spool-key': { ask: z.strictObject({}), reply: z.strictObject({ key: z.base64() }) },
    'intake/keep': { ask: intakeBatch, reply: z.strictObject({ batch: entityId, kept: z.int() }) },
  },
  news: {},
});
