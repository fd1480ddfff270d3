import { z } from 'zod';
import { captureLine, captureSource } from '../../vocabulary/capture.ts';
import { gradeReason } from '../../vocabulary/evidence-grade.ts';
import { gapCause } from '../../vocabulary/gap-cause.ts';
import { bootId, entityId, instrumentId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { storedEvent } from '../../vocabulary/stored-event.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { definePort } from './define-port.ts';

/** What the listener hands over for keeping. A batch keeps its id when it is sent again, so it is taken once. */
export const intakeBatch = z.strictObject({
  ...captureSource.shape,
  batch: entityId,
  instrumentId,
  session: entityId,
  boot: bootId,
  readings: z.array(reading),
  raw: z.array(captureLine),
  gaps: z.array(z.strictObject({ from: epochMs, to: epochMs, cause: gapCause })),
  /** Read out of the instrument's own log; kept once, however often they are read. */
  events: z.array(z.strictObject({ readAt: epochMs, event: storedEvent })).optional(),
  /** Reasons against all its readings that only the line knows. */
  doubts: z.array(gradeReason).optional(),
  /** All channels of the driver: whose a gap is, where none of them was heard yet. */
  channels: z.array(z.string()).optional(),
});
export type IntakeBatch = z.infer<typeof intakeBatch>;

/** As it is sent. `isOldest`: whoever sends it keeps no older one, so that ids of what came before need not be known any more. */
const sentBatch = intakeBatch.extend({ isOldest: z.boolean().optional() });
export type SentBatch = z.infer<typeof sentBatch>;

/** From the listener (asking) to the recorder: the listener never waits; what is not acknowledged goes to its spool. */
export const intakePort = definePort({
  name: 'intake',
  methods: {
    'intake/spool-key': { ask: z.strictObject({}), reply: z.strictObject({ key: z.base64() }) },
    'intake/keep': { ask: sentBatch, reply: z.strictObject({ batch: entityId, kept: z.int() }) },
  },
  news: {},
});
