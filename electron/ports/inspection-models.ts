import { z } from 'zod';
import { cameraTime } from '../../vocabulary/camera-time.ts';
import { evidenceGrade } from '../../vocabulary/evidence-grade.ts';
import { blobId, entityId, eventId, inspectionId, itemId, logId, placeId } from '../../vocabulary/ids.ts';
import { checklistPack, place, placeCode, placeKind } from '../../vocabulary/place.ts';
import { reading } from '../../vocabulary/reading.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { factValue, severity, verdict } from '../../vocabulary/verdict.ts';
import { siteRow } from './site-models.ts';
import { inspectionTeam, officerDraft } from './team-models.ts';
import { zoneCount } from './zone-models.ts';

export const hydroType = z.enum(['simple', 'medium', 'complex', 'extreme']);
export const inspectionKind = z.enum(['planned', 'special', 'random', 'unannounced']);

/** A place as a person names it. */
export const placeDraft = z.strictObject({
  code: placeCode,
  name: z.string().trim().min(1).max(60),
  kind: placeKind.optional(),
});

/** What is said when an inspection is opened. */
export const inspectionDraft = z.strictObject({
  mine: z.string().trim().min(1).max(80),
  kind: inspectionKind,
  hydroType,
  /** The checklists it works by; the water hazards where it does not say. */
  packs: z.array(checklistPack).min(1).optional(),
  planNo: z.string().max(60),
  places: z.array(placeDraft).max(40),
  officers: z.array(officerDraft).max(10),
});
export type InspectionDraft = z.infer<typeof inspectionDraft>;

/** What a person may answer; `unanswered` is an answer taken back. */
export const outcome = z.enum(['pass', 'fail', 'unknown', 'notApplicable']);
export type Outcome = z.infer<typeof outcome>;

/** How a row stands: a pass without the evidence asked stands as `unknown`. */
export const rowStatus = z.enum(['unanswered', 'pass', 'fail', 'unknown', 'notApplicable']);
export type RowStatus = z.infer<typeof rowStatus>;

const counts = z.strictObject({
  total: z.int(),
  pass: z.int(),
  fail: z.int(),
  unknown: z.int(),
  notApplicable: z.int(),
  unanswered: z.int(),
});
export type Counts = z.infer<typeof counts>;

export const evidenceKind = z.enum(['photo', 'document', 'number', 'detector', 'signature', 'interview']);

export const evidenceRow = z.strictObject({
  evidenceId: entityId,
  itemId,
  placeId: placeId.nullable(),
  kind: evidenceKind,
  label: z.string(),
  text: z.string(),
  blob: blobId.nullable(),
  mime: z.string().nullable(),
  /** Of a photo: when its camera says it was taken; null where it says nothing. */
  taken: cameraTime.nullable(),
  readings: z.array(reading),
  /** One for each reading, as it was graded when it was kept; none for evidence of a version that did not grade. */
  grades: z.array(evidenceGrade),
  savedAt: epochMs,
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

/** One answer as recorded. */
export const answerRow = z.strictObject({
  event: eventId,
  log: logId,
  seq: z.int(),
  outcome,
  facts: z.record(z.string(), factValue),
  verdict: verdict.nullable(),
  /** What the mine's own stricter figures said at the answer; null where none had a part in it. */
  byCompany: verdict.nullable(),
  reason: z.string(),
  override: z.string(),
  note: z.string(),
  author: z.string(),
  savedAt: epochMs,
});
export type AnswerRow = z.infer<typeof answerRow>;

/** One row of the inspection: a check item, at a place where it repeats per heading or probe. */
const sheetRow = z.strictObject({
  itemId,
  placeId: placeId.nullable(),
  status: rowStatus,
  severity: severity.nullable(),
  answer: answerRow.nullable(),
  evidence: z.array(evidenceRow),
  missingEvidence: z.array(evidenceKind),
  /** All its evidence are readings that are not evidence-grade: it cannot alone prove an excess. */
  restsOnNotEvidence: z.boolean(),
  conflict: z.boolean(),
  finding: entityId.nullable(),
});
export type SheetRow = z.infer<typeof sheetRow>;

export const findingRow = z.strictObject({
  findingId: entityId,
  inspectionId,
  itemId,
  placeId: placeId.nullable(),
  fact: z.string(),
  severity,
  state: z.string(),
  savedAt: epochMs,
});
export type FindingRow = z.infer<typeof findingRow>;

export const inspectionSummary = z.strictObject({
  inspectionId,
  mine: z.string(),
  kind: inspectionKind,
  hydroType,
  date: isoDate,
  planNo: z.string(),
  openedAt: epochMs,
  /** By this person, where they are one of its officers; else by the last who signed. */
  signedAt: epochMs.nullable(),
  counts,
  officers: z.array(z.strictObject({ name: z.string(), certificateNo: z.string() })),
});
export type InspectionSummary = z.infer<typeof inspectionSummary>;

/** One signing: by whom, when, how many rows were left open in it, and whether it is this person's. */
export const signoffRow = z.strictObject({
  by: z.string(),
  at: epochMs,
  gaps: z.int().nonnegative(),
  own: z.boolean(),
});
export type SignoffRow = z.infer<typeof signoffRow>;

export const signatureRow = z.strictObject({
  name: z.string(),
  certificateNo: z.string(),
  role: z.enum(['officer', 'unitHead']),
  blob: blobId.nullable(),
  refused: z.strictObject({ reason: z.string(), witness: z.string() }).nullable(),
  savedAt: epochMs,
});

/** The whole inspection as one screen needs it. */
export const inspectionSheet = z.strictObject({
  summary: inspectionSummary,
  team: inspectionTeam,
  places: z.array(place),
  currentPlace: placeId.nullable(),
  /** Since when one stands at the current place. */
  currentSince: epochMs.nullable(),
  rows: z.array(sheetRow),
  sites: z.array(siteRow),
  /** Off the map of the mine's zones. */
  zones: zoneCount,
  findings: z.array(findingRow),
  /** The earliest first: officers sign on tablets of their own. */
  signoffs: z.array(signoffRow),
  signatures: z.array(signatureRow),
  /** The last answer of this person that can be taken back, or null. */
  undo: z.strictObject({ itemId, placeId: placeId.nullable(), outcome }).nullable(),
});
export type InspectionSheet = z.infer<typeof inspectionSheet>;

/** A row that stops the signing, with why. */
export const signBlock = z.strictObject({
  itemId,
  placeId: placeId.nullable(),
  why: z.enum(['unanswered', 'evidence-missing', 'no-reason', 'conflict']),
});
export type SignBlock = z.infer<typeof signBlock>;

export const signatureDraft = z.strictObject({
  name: z.string().trim().min(1).max(40),
  certificateNo: z.string().max(40),
  role: z.enum(['officer', 'unitHead']),
  png: z.base64().nullable(),
  refused: z.strictObject({ reason: z.string().min(1), witness: z.string().min(1) }).nullable(),
});
export type SignatureDraft = z.infer<typeof signatureDraft>;
