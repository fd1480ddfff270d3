import { z } from 'zod';
import { blobId, entityId, inspectionId, itemId, placeId } from './ids.ts';
import { epochMs } from './time.ts';
import { citation } from './verdict.ts';

/** What made people leave: a sign of inrush, gas, a storm, draining above them, a hole that behaves oddly, another serious danger. */
export const triggerKind = z.enum(['sign', 'gas', 'storm', 'belowHole', 'drilling', 'other']);
export type TriggerKind = z.infer<typeof triggerKind>;

export const withdrawalTrigger = z.strictObject({
  kind: triggerKind,
  /** Codes of `water.inrush.signs`. */
  signs: z.array(z.string().max(40)).max(15),
  /** The alarm of a detector it began with. */
  alarm: entityId.nullable(),
  /** The row of the checklist it began with. */
  item: itemId.nullable(),
});

/** A place by name; `placeId` where it is a place of the inspection. */
export const namedPlace = z.strictObject({ placeId: placeId.nullable(), name: z.string().trim().min(1).max(60) });
export type NamedPlace = z.infer<typeof namedPlace>;

/** The order itself. Only the area has to be said; everything else may be filled in or mended later. */
export const withdrawalOrder = z.strictObject({
  inspection: inspectionId.nullable(),
  mine: z.string().max(80),
  trigger: withdrawalTrigger,
  foundAt: epochMs,
  foundPlace: namedPlace.nullable(),
  area: z.array(namedPlace).min(1).max(60),
  danger: z.string().max(2000),
  citations: z.array(citation),
  issuedAt: epochMs,
  /** Given in error; it stays in the record with its reason. */
  voided: z.strictObject({ at: epochMs, reason: z.string().min(1).max(500) }).nullable(),
});
export type WithdrawalOrder = z.infer<typeof withdrawalOrder>;

const headCount = z.int().min(0).max(9999).nullable();

/** How many were in the area and how many are out; null is not counted. */
export const withdrawalPeople = z.strictObject({ before: headCount, out: headCount, source: z.string().max(200) });
export type WithdrawalPeople = z.infer<typeof withdrawalPeople>;

/** How many have not come out; null while one of the two figures is not known. */
export const missingOf = ({ before, out }: Pick<WithdrawalPeople, 'before' | 'out'>): number | null =>
  before === null || out === null ? null : Math.max(0, before - out);

/** The four posts with the right to withdraw people, and the mine's head (防治水细则 art. 6). */
export const toldPost = z.enum(['dispatcher', 'dutyLeader', 'teamLeader', 'safetyInspector', 'mineHead']);
export type ToldPost = z.infer<typeof toldPost>;

/** When a post was told and by whom; null takes it back. */
export const withdrawalTold = z.strictObject({ at: epochMs.nullable(), name: z.string().max(40) });

/** When the last person was out; null takes it back. */
export const withdrawalCleared = z.strictObject({ at: epochMs.nullable() });

/** What must be looked at before work goes on (water.md §4). */
export const resumeStep = z.enum(['danger', 'patrol', 'ventilation', 'power', 'drainage']);
export type ResumeStep = z.infer<typeof resumeStep>;

/** The condition of going on, which steps are done since when, and when work was allowed again. */
export const withdrawalResume = z.strictObject({
  condition: z.string().max(1000),
  done: z.partialRecord(resumeStep, epochMs),
  at: epochMs.nullable(),
});

/** A handwritten signature of the order, or that it was refused and who saw that. */
export const withdrawalSignature = z.strictObject({
  role: z.enum(['officer', 'unitHead']),
  name: z.string().trim().min(1).max(40),
  certificateNo: z.string().max(40),
  blob: blobId.nullable(),
  refused: z.strictObject({ reason: z.string().min(1), witness: z.string().min(1) }).nullable(),
  at: epochMs,
});

/** A photo of the screen that locates people, or of the place. */
export const withdrawalPhoto = z.strictObject({
  blob: blobId,
  mime: z.string().max(100),
  label: z.string().max(60),
  at: epochMs,
  removed: z.boolean(),
});
