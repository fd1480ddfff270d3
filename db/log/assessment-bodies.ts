import { z } from 'zod';
import { evidenceGrade } from '../../vocabulary/evidence-grade.ts';
import { blobId, entityId, inspectionId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { testPoint } from '../../vocabulary/test-point.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { factValue, severity, verdict, verdictStatus } from '../../vocabulary/verdict.ts';
import { canonicalJson } from './canonical-json.ts';
import { type EventBody, salt } from './event.ts';
import { GRAVITY } from './gravity.ts';

/** Bodies of `assessment` events: the unit, each figure by itself, and what was concluded. */
const text = z.string();

/** What is assessed: a unit of a face in a quarter, judged by what was in force on `date`. */
export const assessedUnitBody = z.strictObject({
  salt,
  mine: text,
  face: text,
  name: text,
  year: z.int(),
  quarter: z.int().min(1).max(4),
  date: isoDate,
  inspection: inspectionId.optional(),
  at: epochMs,
  /** Taken back as a whole, and why. */
  removed: z.boolean().optional(),
  reason: text.optional(),
});

/** Where a figure comes from: the hand, another unit of the mine, a file of the mine, or a detector. */
export const figureSource = z.discriminatedUnion('from', [
  /** `believed`: it was asked whether it is plausible, and the person said that it is right. */
  z.strictObject({ from: z.literal('typed'), believed: z.boolean() }),
  z.strictObject({ from: z.literal('copied'), of: entityId }),
  z.strictObject({ from: z.literal('import'), file: blobId, name: text, cell: text }),
  /** The grade as it was when the reading was put in. */
  z.strictObject({ from: z.literal('reading'), reading, grade: evidenceGrade }),
]);

/** One figure; null takes it back. */
export const figureBody = z.strictObject({ salt, value: factValue, source: figureSource });

/** A test point is typed, or stands in a row of a file of the mine. */
export const pointSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('typed') }),
  z.strictObject({ from: z.literal('import'), file: blobId, name: text, cell: text }),
]);

/** What was measured at one point; its number stands in the subject. */
export const pointBody = testPoint.omit({ no: true }).extend({
  salt,
  source: pointSource,
  removed: z.boolean().optional(),
});

/** `byCompany`: what the mine's own stricter figures said beside it; left out where none had a part. */
export const assessedVerdictBody = z.strictObject({ salt, verdict, byCompany: verdict.optional() });

/** What the inspector let stand as the result, with the gravest of the verdicts recorded beside it. */
export const conclusionBody = z.strictObject({
  salt,
  outcome: verdictStatus,
  severity: severity.nullable(),
  at: epochMs,
  note: text,
  removed: z.boolean().optional(),
});

/** Of two results written at once the graver shows; figures have no order, so that both are shown. */
export function assessmentGravity(body: EventBody): number {
  const verdicts = assessedVerdictBody.safeParse(body).data;
  if (verdicts) return GRAVITY[verdicts.verdict.status];
  const conclusion = conclusionBody.safeParse(body).data;
  return conclusion && !conclusion.removed ? GRAVITY[conclusion.outcome] : GRAVITY.none;
}

/** The same figure or point from two tablets asks nobody, wherever each has it from. */
export function saidOfAssessment(body: EventBody): string {
  const figure = figureBody.safeParse(body).data;
  if (figure) return canonicalJson(figure.value);
  if (pointBody.safeParse(body).success) {
    const { salt: _, source: __, ...point } = body;
    return canonicalJson(point);
  }
  const { salt: _, at: __, ...rest } = body;
  return canonicalJson(rest);
}
