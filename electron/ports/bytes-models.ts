import { z } from 'zod';
import { byteField } from '../../vocabulary/byte-field.ts';
import { blobId, eventId, logId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { wireFault } from './define-port.ts';

/** A block of the chain: its bytes by their hash, and the event that announced it. */
export const blockPlace = z.strictObject({
  blob: blobId,
  event: eventId,
  log: logId,
  seq: z.int(),
  /** A seal of its log covers it. */
  sealed: z.boolean(),
  status: z.string(),
  /** Whose machine wrote it; null where no certificate says so. */
  device: z.string().nullable(),
});
export type BlockPlace = z.infer<typeof blockPlace>;

/** One line of the raw capture. `frame`: which of its bytes belong to the frame asked about. */
const byteLine = z.strictObject({
  n: z.int().nullable(),
  wall: epochMs,
  mono: z.number(),
  what: z.enum(['rx', 'tx', 'opened', 'lost', 'closed', 'restarted', 'leftOut']),
  hex: z.string(),
  frame: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  /** Of a request. */
  fields: z.array(byteField),
  /** Bytes of which only the number was kept. */
  leftOut: z.int().nullable(),
});
export type ByteLine = z.infer<typeof byteLine>;

/** What came over the line when a reading was made. */
const lineBytes = z.strictObject({
  from: z.literal('line'),
  /** What a replay with the recorded driver version gives: the very reading, another, or none; null where it could not be replayed. */
  standing: z.enum(['same', 'differs', 'absent']).nullable(),
  replayed: reading.nullable(),
  frame: z.strictObject({ hex: z.string(), fields: z.array(byteField) }).nullable(),
  lines: z.array(byteLine),
  driver: z.strictObject({ id: z.string(), version: z.string(), zh: z.string(), en: z.string() }),
  /** With the driver's own names for them. */
  settings: z.array(z.strictObject({ key: z.string(), zh: z.string(), en: z.string(), value: z.string() })),
  /** Where the bytes lie; null while they wait for their block. */
  block: blockPlace.nullable(),
  fault: wireFault.nullable(),
});

/** What stood in the file that a reading was imported from. */
const fileBytes = z.strictObject({
  from: z.literal('file'),
  name: z.string(),
  /** The line of the file, from 1, and its text as it stands there. */
  row: z.int(),
  line: z.string(),
  /** The cell of this reading. */
  cell: z.string(),
  /** What importing the file again gives there. */
  standing: z.enum(['same', 'differs', 'absent']),
  replayed: reading.nullable(),
  /** Where the bytes of the file lie. */
  block: blockPlace.nullable(),
});

export const readingBytes = z.strictObject({
  found: z.discriminatedUnion('from', [lineBytes, fileBytes, z.strictObject({ from: z.literal('nowhere') })]),
  /** Where the reading itself is kept: a block, the tail that waits for its block, or nowhere here. */
  kept: z.discriminatedUnion('where', [
    z.strictObject({ where: z.literal('block'), block: blockPlace }),
    z.strictObject({ where: z.enum(['tail', 'nowhere']) }),
  ]),
  /** Blocks of that time whose bytes are gone, changed or unreadable. */
  damaged: z.array(z.strictObject({ block: blockPlace.nullable(), fault: wireFault })),
});
export type ReadingBytes = z.infer<typeof readingBytes>;
