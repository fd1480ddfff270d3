import { z } from 'zod';
import { entityId, inspectionId } from '../../../vocabulary/ids.ts';
import { testPoint } from '../../../vocabulary/test-point.ts';
import { severity } from '../../../vocabulary/verdict.ts';
import { assessmentState, assessmentUndo, figureDraft, importDraft, subId, unitDraft } from '../assessment-models.ts';
import type { Methods } from '../define-port.ts';
import { findingRow } from '../inspection-models.ts';
import { nothing, saved } from '../wire-models.ts';

const oneUnit = z.strictObject({ assessmentId: entityId });

/** Assessments of gas drainage: units, their figures, results, findings, and figures from a file of the mine. */
export const assessmentMethods = {
  'assessment/state': { ask: nothing, reply: assessmentState },
  /** Figures of the whole mine are copied from its newest unit of the same quarter. */
  'assessment/open': {
    ask: unitDraft.extend({ inspectionId: inspectionId.nullable() }),
    reply: z.strictObject({ assessmentId: entityId }),
  },
  /** The unit stays in the record with why it was taken back. */
  'assessment/remove': { ask: oneUnit.extend({ reason: z.string().trim().min(1).max(500) }), reply: saved },
  'assessment/put': { ask: oneUnit.extend({ figure: figureDraft }), reply: saved },
  /** A test point as it stands; `removed` takes it off the list. */
  'assessment/point': { ask: oneUnit.extend({ point: testPoint, removed: z.boolean() }), reply: saved },
  /** Takes back the last thing done, whole: the figure, the unit, the import. */
  'assessment/undo': { ask: nothing, reply: assessmentUndo.nullable() },
  /** Records every verdict as it stands, and the result. */
  'assessment/conclude': { ask: oneUnit.extend({ note: z.string().max(500) }), reply: saved },
  'assessment/raise': {
    ask: oneUnit.extend({ sub: subId, fact: z.string().trim().min(1).max(2000), severity }),
    reply: findingRow,
  },
  /** The report of one unit as it would be printed now. */
  'assessment/print': { ask: oneUnit, reply: z.strictObject({ html: z.string(), title: z.string() }) },
  'assessment/import': {
    ask: importDraft,
    reply: z.strictObject({ assessmentIds: z.array(entityId), figures: z.int() }),
  },
} satisfies Methods;
