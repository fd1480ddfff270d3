import { z } from 'zod';
import { inspectionId, instrumentId } from '../../../vocabulary/ids.ts';
import { reading } from '../../../vocabulary/reading.ts';
import { epochMs } from '../../../vocabulary/time.ts';
import { alarmNote, alarmRow } from '../alarm-models.ts';
import { readingBytes } from '../bytes-models.ts';
import type { Methods } from '../define-port.ts';

/** Readings that were kept, and what an alarm came to. */
export const readingMethods = {
  /** Records what an alarm came to: under an inspection, or under this device where none was open. */
  'alarm/note': { ask: alarmNote, reply: alarmRow },
  /** Newest first. `own`: only those of this machine, and not yet ended. */
  'alarm/list': {
    ask: z.strictObject({ inspectionId: inspectionId.nullable(), own: z.boolean() }),
    reply: z.array(alarmRow),
  },
  /** Per minute min, max and mean for a chart; amounts as decimal strings in the instrument's own unit. */
  'readings/minutes': {
    ask: z.strictObject({ instrumentId, channel: z.string(), from: epochMs, to: epochMs }),
    reply: z.array(
      z.strictObject({
        minute: epochMs,
        min: z.number().nullable(),
        max: z.number().nullable(),
        mean: z.number().nullable(),
        count: z.int(),
        /** Readings past the range, which have no number and are graver than any. */
        over: z.int(),
      }),
    ),
  },
  /** The raw bytes that a reading came from, with what stood around them, and whether a replay gives it again. */
  'readings/bytes': { ask: z.strictObject({ reading }), reply: readingBytes },
} as const satisfies Methods;
