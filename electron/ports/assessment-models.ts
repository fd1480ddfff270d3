import { z } from 'zod';
import { subIds } from '../../rules/assessment/assess.ts';
import { fieldKey } from '../../rules/assessment/fields.ts';
import { evidenceGrade } from '../../vocabulary/evidence-grade.ts';
import { blobId, entityId, inspectionId, ruleId } from '../../vocabulary/ids.ts';
import { reading } from '../../vocabulary/reading.ts';
import { testPoint } from '../../vocabulary/test-point.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { factValue, severity, verdict, verdictStatus } from '../../vocabulary/verdict.ts';

/** What a unit of gas drainage is called; a unit is assessed once a quarter. */
export const unitDraft = z.strictObject({
  mine: z.string().trim().min(1).max(80),
  face: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(60),
  year: z.int().min(2000).max(2100),
  quarter: z.int().min(1).max(4),
});
export type UnitDraft = z.infer<typeof unitDraft>;

/** Where a figure comes from, as the screens get it. */
const figureSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('typed'), believed: z.boolean() }),
  z.strictObject({ from: z.literal('copied'), of: entityId }),
  z.strictObject({ from: z.literal('import'), file: blobId, name: z.string(), cell: z.string() }),
  z.strictObject({ from: z.literal('reading'), reading, grade: evidenceGrade }),
]);

const figureRow = z.strictObject({
  field: fieldKey,
  value: factValue,
  source: figureSource,
  author: z.string(),
  savedAt: epochMs,
  /** What other tablets say of it at the same time, until a person decides. */
  others: z.array(factValue),
});
export type FigureRow = z.infer<typeof figureRow>;

export const subId = z.enum(subIds);

/** A test point with who recorded it, from where, and what other tablets say of it until a person decides. */
const pointRow = testPoint.extend({
  source: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('typed') }),
    z.strictObject({ from: z.literal('import'), file: blobId, name: z.string(), cell: z.string() }),
  ]),
  author: z.string(),
  savedAt: epochMs,
  others: z.array(testPoint),
});
export type PointRow = z.infer<typeof pointRow>;

const conclusionRow = z.strictObject({
  outcome: verdictStatus,
  severity: severity.nullable(),
  note: z.string(),
  author: z.string(),
  savedAt: epochMs,
  /** A figure was changed after it. */
  outdated: z.boolean(),
  /** What the mine's own stricter figures said when it was concluded, where they had a part. */
  byCompany: z.array(z.strictObject({ sub: subId, verdict })),
});

/** One unit in one quarter with all that is recorded of it. */
export const assessmentRow = unitDraft.extend({
  assessmentId: entityId,
  date: isoDate,
  inspectionId: inspectionId.nullable(),
  openedAt: epochMs,
  figures: z.array(figureRow),
  points: z.array(pointRow),
  conclusion: conclusionRow.nullable(),
  findings: z.array(z.strictObject({ rule: ruleId, findingId: entityId })),
});
export type AssessmentRow = z.infer<typeof assessmentRow>;

/** What the undo button names: the last thing done on this tablet to any unit. */
export const assessmentUndo = z.strictObject({
  kind: z.enum(['figure', 'point', 'unit', 'removed', 'import', 'conclusion']),
  assessmentId: entityId.nullable(),
  unit: z.string(),
  /** The field of a figure, the number of a point, the file of an import. */
  what: z.string(),
});
export type AssessmentUndo = z.infer<typeof assessmentUndo>;

export const assessmentState = z.strictObject({ rows: z.array(assessmentRow), undo: assessmentUndo.nullable() });

/** A figure as a person or a detector gives it; null takes it back. */
export const figureDraft = z.strictObject({
  field: fieldKey,
  value: factValue,
  believed: z.boolean(),
  /** The reading it was taken from; it is graded when it is recorded. */
  reading: reading.nullable(),
});

/** Units read from a file of the mine; `cell` says where each figure stood. */
export const importDraft = z.strictObject({
  inspectionId: inspectionId.nullable(),
  file: z.strictObject({ name: z.string().min(1).max(200), mime: z.string(), bytes: z.base64() }),
  units: z
    .array(
      unitDraft.extend({
        figures: z.array(z.strictObject({ field: fieldKey, value: factValue, cell: z.string() })),
        points: z.array(testPoint.extend({ cell: z.string() })),
      }),
    )
    .min(1)
    .max(500),
});
export type ImportDraft = z.infer<typeof importDraft>;
