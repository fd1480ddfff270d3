import { z } from 'zod';
import { cameraTime } from '../../vocabulary/camera-time.ts';
import { evidenceGrade } from '../../vocabulary/evidence-grade.ts';
import {
  blobId,
  bootId,
  entityId,
  eventId,
  inspectionId,
  instrumentId,
  itemId,
  personId,
  placeId,
} from '../../vocabulary/ids.ts';
import { checklistPack, place, placeCode, placeKind } from '../../vocabulary/place.ts';
import { reading } from '../../vocabulary/reading.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { citation, factValue, severity, verdict } from '../../vocabulary/verdict.ts';
import { salt } from './event.ts';

/** Bodies of what people record. Strict when written here; a received body that does not fit is kept and ranks as unknown. */
const text = z.string();

export const personBody = z.strictObject({ salt, name: text, certificateNo: text, team: text });

export const openedBody = z.strictObject({
  salt,
  mine: z.strictObject({ name: text }),
  kind: z.enum(['planned', 'special', 'random', 'unannounced']),
  hydroType: z.enum(['simple', 'medium', 'complex', 'extreme']),
  date: isoDate,
  at: epochMs.optional(),
  places: z.array(place),
  officers: z.array(personId),
  /** The number of the plan's paper. */
  plan: text.optional(),
  /** Which checklists it works by; the water hazards where it does not say. */
  packs: z.array(checklistPack).min(1).optional(),
  /** The plan that it was opened under. */
  planId: entityId.optional(),
});

/** A place that was added while the inspection went on: a register of its own, so that two tablets add places without meeting. */
export const addedPlaceBody = place.extend({ salt });

/** One signing of an inspection, an act under an id of its own: what was open as it stood there. */
export const signoffBody = z.strictObject({
  salt,
  at: epochMs,
  gaps: z.array(z.strictObject({ item: itemId, placeId: placeId.optional(), reason: text })),
  counts: z.record(text, z.int()),
});

export const placeBody = z.strictObject({
  salt,
  placeId,
  code: placeCode,
  name: text,
  kind: placeKind.optional(),
  from: epochMs,
  removed: z.boolean().optional(),
});

/** `unanswered` is an answer taken back. */
export const answerOutcome = z.enum(['pass', 'fail', 'unknown', 'notApplicable', 'unanswered']);
export const answerBody = z.strictObject({
  salt,
  outcome: answerOutcome,
  facts: z.record(text, factValue),
  verdict: verdict.nullable(),
  /** What the mine's own stricter figures said, as they stood at the answer; left out where none had a part in it. */
  byCompany: verdict.optional(),
  reason: text,
  override: text.nullable(),
  note: text,
});

export const evidenceBody = z.strictObject({
  salt,
  item: itemId,
  placeId: placeId.optional(),
  kind: z.enum(['photo', 'document', 'number', 'detector', 'signature', 'interview']),
  label: text,
  text: text.optional(),
  blob: blobId.optional(),
  mime: text.optional(),
  /** Of a photo: when its camera says it was taken. */
  taken: cameraTime.optional(),
  readings: z.array(reading).optional(),
  /** One for each reading, as it was graded when it was kept. */
  grades: z.array(evidenceGrade).optional(),
  removed: z.boolean().optional(),
});

/** A handwritten signature under one signing, or that it was refused and who saw that. `person`: the officer; null for the unit's head. */
export const signatureBody = z.strictObject({
  salt,
  signoff: entityId,
  person: personId.nullable(),
  role: z.enum(['officer', 'unitHead']),
  name: text,
  certificateNo: text,
  blob: blobId.nullable(),
  refused: z.strictObject({ reason: text, witness: text }).optional(),
});

export const findingBody = z.strictObject({
  salt,
  inspection: inspectionId,
  item: itemId,
  placeId: placeId.optional(),
  /** The unit of gas drainage it was found at; the item is then the rule that failed. */
  assessment: entityId.optional(),
  /** The mine as the inspection names it, so that a list of findings need not ask every inspection. */
  mine: text.optional(),
  fact: text,
  severity,
  citations: z.array(citation),
  decision: text.nullable(),
  state: text,
});

/**
 * What the readings of one channel on one day (Beijing) were worth as evidence by the register as it stood when they were
 * folded. It stands in the chain: a paper that arrives later changes no mark already made.
 */
export const blockGrade = evidenceGrade.extend({ channel: text, day: isoDate, count: z.int() });

export const readingBlockBody = z.strictObject({
  salt,
  instrument: instrumentId,
  channels: z.array(text),
  from: epochMs,
  to: epochMs,
  count: z.int(),
  blob: blobId,
  grades: z.array(blockGrade).optional(),
});

/** All blocks of one `session` are one capture: the bytes of a detector from its start to its stop. */
export const rawBlockBody = z.strictObject({
  salt,
  instrument: instrumentId,
  driver: text,
  driverVersion: text,
  session: entityId,
  boot: bootId,
  lines: z.int(),
  from: epochMs,
  to: epochMs,
  blob: blobId,
});

/** Which head holds from now on, with its value, so that it can be read where the chosen body is withheld. */
export const resolveBody = z.strictObject({
  salt,
  chosen: eventId,
  value: z.record(text, z.json()),
  reason: text,
});
