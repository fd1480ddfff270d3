import { z } from 'zod';

/** Ids are branded, so that a place id can never stand where an inspection id is asked. */
const hex = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length}}$`));

/** 32 hex digits naming one log: the first half of sha256(fingerprint LF nonce) (record.md §1 in ARCHITECTURE.md). */
export const logId = hex(32).brand<'LogId'>();
export type LogId = z.infer<typeof logId>;

/** sha256 of the JCS of an event's header. */
export const eventId = hex(64).brand<'EventId'>();
export type EventId = z.infer<typeof eventId>;

/** sha256 of a blob's bytes. */
export const blobId = hex(64).brand<'BlobId'>();
export type BlobId = z.infer<typeof blobId>;

/** Any sha256, lower-case hex. */
export const sha256Hex = hex(64).brand<'Sha256'>();
export type Sha256Hex = z.infer<typeof sha256Hex>;

export const bootId = hex(32).brand<'BootId'>();
export type BootId = z.infer<typeof bootId>;

export const personId = hex(32).brand<'PersonId'>();
export type PersonId = z.infer<typeof personId>;

export const inspectionId = hex(32).brand<'InspectionId'>();
export type InspectionId = z.infer<typeof inspectionId>;

export const instrumentId = hex(32).brand<'InstrumentId'>();
export type InstrumentId = z.infer<typeof instrumentId>;

export const placeId = hex(32).brand<'PlaceId'>();
export type PlaceId = z.infer<typeof placeId>;

/** Ids of things that need no type of their own: finding, evidence, interval. */
export const entityId = hex(32).brand<'EntityId'>();
export type EntityId = z.infer<typeof entityId>;

/** `water.exploration.lead-goaf`: a row of the checklist. Stable for ever. */
export const itemId = z
  .string()
  .regex(/^[a-z]+(\.[A-Za-z0-9-]+)+$/)
  .brand<'ItemId'>();
export type ItemId = z.infer<typeof itemId>;

/** `gas.ch4.action`: a rule as the golden cases name it. */
export const ruleId = z
  .string()
  .regex(/^[a-z]+(\.[A-Za-z0-9]+)+$/)
  .brand<'RuleId'>();
