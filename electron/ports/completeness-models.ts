import { z } from 'zod';
import { entityId, inspectionId, itemId, placeId } from '../../vocabulary/ids.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { inspectionKind, rowStatus } from './inspection-models.ts';
import { period } from './team-models.ts';

const standing = z.enum(['settled', 'unclear', 'excluded', 'missing']);

const completeness = z.strictObject({
  owed: z.int(),
  settled: z.int(),
  unclear: z.int(),
  excluded: z.int(),
  missing: z.int(),
  explained: z.int(),
});

/** One inspection that was owed (by a plan) or made (without one), counted from what was owed. `cancelled`: its plan was taken back. */
export const owedUnit = z.strictObject({
  inspectionId,
  planId: entityId.nullable(),
  planNo: z.string(),
  kind: inspectionKind,
  mine: z.string(),
  team: z.string(),
  /** Of the last day it was owed, `2026-11`. */
  month: z.string(),
  period,
  state: z.enum(['notStarted', 'open', 'signed', 'cancelled']),
  cancelled: z.strictObject({ reason: z.string(), by: z.string(), at: epochMs }).nullable(),
  completeness,
  /** Places that were changed faster than one can walk. */
  tooFast: z.int(),
});
export type OwedUnit = z.infer<typeof owedUnit>;

/** One obligation of one inspection as it stands, with who left it out and why. */
export const owedRow = z.strictObject({
  inspectionId,
  planId: entityId.nullable(),
  mine: z.string(),
  team: z.string(),
  month: z.string(),
  itemId,
  placeId: placeId.nullable(),
  place: z.string().nullable(),
  standing,
  status: rowStatus,
  /** Why it is unclear, excluded or missing; empty where nobody said. */
  reason: z.string(),
  by: z.string().nullable(),
  at: epochMs.nullable(),
  /** Who signed the inspection with this row as it stands; empty while nobody has. */
  signers: z.array(z.string()),
});
export type OwedRow = z.infer<typeof owedRow>;

/** Two answers of one person nearer in time than their places are in steps. `length_m` null: the default time stands for it. */
export const fastRow = z.strictObject({
  inspectionId,
  mine: z.string(),
  by: z.string(),
  itemId,
  place: z.string(),
  beforePlace: z.string(),
  placeId: placeId.nullable(),
  at: epochMs,
  took_s: z.int(),
  needs_s: z.int(),
  length_m: z.int().nullable(),
});
export type FastRow = z.infer<typeof fastRow>;

/** What is asked for; absent means all. */
export const owedFilter = z.strictObject({
  team: z.string().optional(),
  month: z.string().optional(),
  inspectionId: inspectionId.optional(),
});

export const completenessOverview = z.strictObject({ today: isoDate, units: z.array(owedUnit) });
