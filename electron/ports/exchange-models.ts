import { z } from 'zod';
import { eventId, logId, sha256Hex } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { wireFault } from './define-port.ts';
import { outcome } from './inspection-models.ts';

const gap = z.strictObject({ log: logId, principal: z.string().nullable(), from: z.int(), to: z.int() });
export type Gap = z.infer<typeof gap>;

/** What one import did: received = known + added + quarantined + held + refused. */
export const importResult = z.strictObject({
  file: z.string(),
  signer: z.string().nullable(),
  received: z.int(),
  known: z.int(),
  added: z.int(),
  quarantined: z.int(),
  held: z.int(),
  refused: z.int(),
  filled: z.int(),
  released: z.int(),
  demoted: z.int(),
  conflicts: z.int(),
  gaps: z.array(gap),
  remarks: z.array(z.string()),
  bytes: z.int(),
  tookMs: z.number(),
  refusal: wireFault.nullable(),
});
export type ImportResult = z.infer<typeof importResult>;

/** What one subject says: the outcome where it is an answer, else what its fields say. */
const shownValue = z.strictObject({
  outcome: outcome.nullable(),
  summary: z.string(),
  principal: z.string().nullable(),
  wall: epochMs,
});
/** Something on this screen that an import changed: what it said before, what it says now, and how many answers stand side by side. */
export const importChange = z.strictObject({
  at: epochMs,
  subject: z.string(),
  title: z.string(),
  mine: z.string(),
  before: shownValue.nullable(),
  now: shownValue.nullable(),
  heads: z.int(),
});
export type ImportChange = z.infer<typeof importChange>;

/** One device's log as far as this machine holds it. */
const logRow = z.strictObject({
  log: logId,
  principal: z.string().nullable(),
  person: z.string().nullable(),
  role: z.string().nullable(),
  own: z.boolean(),
  highest: z.int(),
  sealedTo: z.int(),
  admitted: z.int(),
  unsealed: z.int(),
  /** At its end, and no seal of it will come any more. */
  neverSealed: z.int(),
  quarantined: z.int(),
  witnessed: z.boolean(),
  lastWall: epochMs.nullable(),
});
export type LogRow = z.infer<typeof logRow>;

const conflictHead = z.strictObject({
  event: eventId,
  log: logId,
  seq: z.int(),
  principal: z.string().nullable(),
  author: z.string(),
  wall: epochMs,
  shown: z.boolean(),
  outcome: outcome.nullable(),
  summary: z.string(),
  reason: z.string(),
  evidence: z.int(),
});
/** One register with more than one head; the graver shows until a person decides. */
const conflict = z.strictObject({
  subject: z.string(),
  title: z.string(),
  mine: z.string(),
  heads: z.array(conflictHead),
});
export type Conflict = z.infer<typeof conflict>;

const quarantinedRow = z.strictObject({
  log: logId,
  seq: z.int(),
  event: eventId,
  type: z.string(),
  reason: z.string(),
  principal: z.string().nullable(),
  wall: epochMs,
});
export type QuarantinedRow = z.infer<typeof quarantinedRow>;

export const exportedRow = z.strictObject({
  name: z.string(),
  at: epochMs,
  bytes: z.int(),
  events: z.int(),
  toSeq: z.int(),
});
export type ExportedRow = z.infer<typeof exportedRow>;

export const exchangeState = z.strictObject({
  logs: z.array(logRow),
  gaps: z.array(gap),
  conflicts: z.array(conflict),
  quarantined: z.array(quarantinedRow),
  exported: z.array(exportedRow),
  logHash: sha256Hex,
  stateHash: sha256Hex,
  stateVersion: sha256Hex,
});
export type ExchangeState = z.infer<typeof exchangeState>;
