import { z } from 'zod';
import { blobId, bootId, type EventId, eventId, type LogId, logId, personId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './sha256.ts';

/** Largest header + body in bytes; larger things are blobs. */
export const MAX_EVENT_BYTES = 64 * 1024;

const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const isSortedSet = (ids: readonly string[]) => ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? ''));
const sortedSet = <T extends z.ZodType<string>>(item: T) =>
  z.array(item).refine((ids: readonly string[]) => isSortedSet(ids), 'sorted, no repeats');

/** A hybrid clock: 48-bit milliseconds and a 16-bit counter as 16 hex digits, so that text order is time order. */
export const hlcText = hex(16);

/** `inspection`, `inspection.place`, `log.open`: lower-case words joined by dots. */
export const eventType = z
  .string()
  .max(64)
  .regex(/^[a-z]+(\.[a-z-]+)*$/);

/** `entity/id/field`, or empty for machine events. Ids only: a header carries no personal data. */
export const eventSubject = z
  .string()
  .max(300)
  .regex(/^$|^[a-z-]+\/[0-9a-f]{32}\/[A-Za-z0-9.:@_-]+$/);

/** What is chained and hashed; final: records made with it cannot be changed later. */
export const eventHeader = z.strictObject({
  // In the order of the keys' names, which is the canonical one, so that a parsed header prints without sorting.
  author: z.union([z.literal(''), personId]),
  blobs: sortedSet(blobId),
  body: hex(64),
  boot: bootId,
  hlc: hlcText,
  log: logId,
  mono: z.int().min(0),
  prev: hex(64),
  seq: z.int().min(1),
  subject: eventSubject,
  supersedes: sortedSet(eventId),
  type: eventType,
  v: z.literal(1),
  wall: epochMs,
});
export type EventHeader = z.infer<typeof eventHeader>;

export const salt = hex(32);

/** Every body is salted, so that a withheld one cannot be guessed from its hash. */
export const bodyBase = z.looseObject({ salt });
export type EventBody = z.infer<typeof bodyBase>;

/** What stands in a bundle in place of a withheld body; `withheld` is the hash the header names. */
export const bodyHole = z.strictObject({ why: z.string(), withheld: hex(64) });
export type BodyHole = z.infer<typeof bodyHole>;

export const bodyOrHole = z.union([bodyBase, bodyHole]);
export const isHole = (body: object): body is BodyHole =>
  Object.hasOwn(body, 'withheld') && !Object.hasOwn(body, 'salt');

/** An event as it travels: two JCS lines and the id, which is the hash of the first. */
export interface EventLines {
  readonly id: EventId;
  readonly header: string;
  readonly body: string;
}

export const eventIdOf = (header: EventHeader): EventId => eventId.parse(sha256(canonicalJson(header)));
export const bodyHashOf = (body: EventBody): string => sha256(canonicalJson(body));

/** All 64 hex of sha256(fingerprint LF nonce): `prev` of the log's first event; its first half is the log's id. */
export const logRoot = (fingerprint: string, nonce: string): string => sha256(`${fingerprint}\n${nonce}`);
export const logIdOf = (fingerprint: string, nonce: string): LogId =>
  logId.parse(logRoot(fingerprint, nonce).slice(0, 32));

/** The ASCII line that a seal at `seq + 1` signs: the event before it. */
export const sealedLine = (log: LogId, seq: number, id: string): string => `${log} ${seq} ${id}\n`;
