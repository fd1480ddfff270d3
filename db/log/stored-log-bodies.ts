import { z } from 'zod';
import { evidenceGrade } from '../../vocabulary/evidence-grade.ts';
import { blobId, entityId, inspectionId, instrumentId, placeId } from '../../vocabulary/ids.ts';
import { storedEvent } from '../../vocabulary/stored-event.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { canonicalJson } from './canonical-json.ts';
import { type EventBody, salt } from './event.ts';

/** Bodies of what an instrument stored by itself: a file that was imported, events read over its line, how wrong its clock was. */
const text = z.string();

/** How far an instrument's clock is from ours: what it shows minus what we show, in ms. Positive: it is fast. */
export const clockOffset = z.strictObject({
  /** Which `instrument.clock` it is; null where the wire itself told it while the log was read. */
  measurement: entityId.nullable(),
  offsetMs: z.int(),
  how: z.enum(['photo', 'typed', 'wire']),
});

/** One measurement of an instrument's clock beside ours. `shown` is what stood on its display, in `zone`. */
export const instrumentClockBody = z.strictObject({
  salt,
  instrument: instrumentId,
  at: epochMs,
  shown: text,
  zone: text,
  offsetMs: z.int(),
  how: clockOffset.shape.how,
  photo: z.strictObject({ blob: blobId, mime: text }).optional(),
});

/** Which rows of a log fell into which place of an inspection, by corrected time. */
export const logMatch = z.strictObject({
  inspection: inspectionId,
  places: z.array(z.strictObject({ placeId, rows: z.int() })),
  before: z.int(),
  after: z.int(),
  noPlace: z.int(),
  badTime: z.int(),
});

/** Marks of a channel over days (Beijing) with the same reasons against it. */
const logGrade = evidenceGrade.extend({ channel: text, fromDay: isoDate, toDay: isoDate, count: z.int() });

/**
 * A file of stored readings. The bytes are the blob `file.sha256`; the readings stand in `blocks`, where `time.boot` is the first
 * half of that hash and `time.mono` the row of the file (samples of one row one thousandth apart), so that each leads back to its cell.
 */
export const storedFileBody = z.strictObject({
  salt,
  instrument: instrumentId,
  file: z.strictObject({ sha256: blobId, name: text, bytes: z.int() }),
  /** What a person said of the file; with the bytes it gives the same readings again. */
  settings: z.record(text, z.union([text, z.number()])),
  format: text,
  encoding: text,
  clock: clockOffset.nullable(),
  counts: z.strictObject({
    rows: z.int(),
    imported: z.int(),
    readings: z.int(),
    missing: z.int(),
    invalid: z.int(),
    duplicates: z.int(),
    bad: z.int(),
  }),
  channels: z.array(text),
  from: epochMs,
  to: epochMs,
  blocks: z.array(z.strictObject({ blob: blobId, from: epochMs, to: epochMs, count: z.int() })),
  grades: z.array(logGrade),
  match: logMatch.nullable(),
});

/** Events an instrument stored, read over its line. With `clockValid` false the times mean nothing and only the order counts. */
export const storedEventsBody = z.strictObject({
  salt,
  instrument: instrumentId,
  driver: text,
  driverVersion: text,
  readAt: epochMs,
  clockValid: z.boolean(),
  lost: z.int(),
  events: z.array(storedEvent),
});

/**
 * What a log says, without the name of its file, when it was read and how the clock was measured: two machines that took in the
 * same bytes of the same instrument with the same offset and the same match say the same.
 */
export function saidOfLog(body: EventBody): string {
  const file = storedFileBody.safeParse(body).data;
  if (file) {
    const { salt: _, file: bytes, clock, ...rest } = file;
    return canonicalJson({ ...rest, file: bytes.sha256, offsetMs: clock?.offsetMs ?? null });
  }
  const read = storedEventsBody.safeParse(body).data;
  if (!read) return canonicalJson(body);
  const events = read.events.map(({ device_now: _, ...event }) => event);
  return canonicalJson({ instrument: read.instrument, lost: read.lost, events });
}
