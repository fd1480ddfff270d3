import { z } from 'zod';
import { groups } from '../../rules/checklist/item.ts';
import { entityId, inspectionId } from '../../vocabulary/ids.ts';
import { checklistPack, place } from '../../vocabulary/place.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { hydroType, inspectionKind, placeDraft } from './inspection-models.ts';
import { inspectionTeam, officerDraft, period } from './team-models.ts';

/** A part of a plan while its places have no id yet: they stand by their position in the draft. */
const partDraft = z.union([
  z.strictObject({ place: z.int().nonnegative() }),
  z.strictObject({ group: z.enum(groups) }),
]);

/** What a lead lays down: one mine, owed once in one period, by at least two officers. */
export const planDraft = z.strictObject({
  no: z.string().trim().max(60),
  kind: inspectionKind,
  mine: z.string().trim().min(1).max(80),
  hydroType,
  packs: z.array(checklistPack).min(1),
  period: period.refine(({ from, to }) => from <= to),
  /** `fromPrevious_m`: how far the walk is from the place before; null where nobody knows. */
  places: z.array(placeDraft.extend({ fromPrevious_m: z.int().positive().nullable() })).max(40),
  officers: z.array(officerDraft).min(2).max(10),
  assignments: z.array(z.strictObject({ officer: z.int().nonnegative(), part: partDraft })).max(80),
});
export type PlanDraft = z.infer<typeof planDraft>;

/** A plan as it stands, and whether its inspection was begun and signed. */
export const planRow = z.strictObject({
  planId: entityId,
  inspectionId,
  no: z.string(),
  kind: inspectionKind,
  mine: z.string(),
  hydroType,
  packs: z.array(checklistPack),
  period,
  places: z.array(place),
  team: inspectionTeam,
  cancelled: z.strictObject({ reason: z.string(), at: epochMs }).nullable(),
  openedAt: epochMs.nullable(),
  signedAt: epochMs.nullable(),
});
export type PlanRow = z.infer<typeof planRow>;
