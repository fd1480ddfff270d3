import { z } from 'zod';
import { blobId, entityId, inspectionId, itemId, placeId } from '../../../vocabulary/ids.ts';
import { placeInterval } from '../../../vocabulary/place.ts';
import { reading } from '../../../vocabulary/reading.ts';
import { citation, factValue, severity, verdict } from '../../../vocabulary/verdict.ts';
import { bookRead } from '../book-models.ts';
import type { Methods } from '../define-port.ts';
import {
  answerRow,
  evidenceKind,
  evidenceRow,
  findingRow,
  inspectionDraft,
  inspectionSheet,
  inspectionSummary,
  outcome,
  placeDraft,
  rowStatus,
  signatureDraft,
  signBlock,
} from '../inspection-models.ts';
import { base64, nothing, saved } from '../wire-models.ts';

const rowKey = { inspectionId, itemId, placeId: placeId.nullable() };

/** One inspection: its sheet, places, answers, evidence, findings and signatures. */
export const inspectionMethods = {
  'mine/names': { ask: nothing, reply: z.array(z.string()) },
  'inspection/list': { ask: nothing, reply: z.array(inspectionSummary) },
  'inspection/open': { ask: inspectionDraft, reply: z.strictObject({ inspectionId }) },
  'inspection/sheet': { ask: z.strictObject({ inspectionId }), reply: inspectionSheet },
  'place/add': {
    ask: placeDraft.extend({ inspectionId }),
    reply: z.strictObject({ placeId }),
  },
  /** The place one is said to stand at was the wrong one from the beginning: the interval is another place's. */
  'place/correct': { ask: z.strictObject({ inspectionId, placeId }), reply: placeInterval },
  'place/enter': { ask: z.strictObject({ inspectionId, placeId }), reply: placeInterval },
  'answer/give': {
    ask: z.strictObject({
      ...rowKey,
      outcome,
      facts: z.record(z.string(), factValue),
      reason: z.string().max(500),
      override: z.string().max(500),
      note: z.string().max(2000),
    }),
    reply: saved.extend({ status: rowStatus, verdict: verdict.nullable() }),
  },
  'answer/undo': {
    ask: z.strictObject({ inspectionId }),
    reply: saved.extend({ itemId, placeId: placeId.nullable() }).nullable(),
  },
  'answer/history': { ask: z.strictObject(rowKey), reply: z.array(answerRow) },
  'evidence/add': {
    ask: z.strictObject({
      ...rowKey,
      kind: evidenceKind,
      label: z.string().max(60),
      text: z.string().max(4000),
      file: z.strictObject({ name: z.string(), mime: z.string(), bytes: base64 }).nullable(),
      readings: z.array(reading),
    }),
    reply: evidenceRow,
  },
  'evidence/remove': { ask: z.strictObject({ inspectionId, evidenceId: entityId }), reply: saved },
  /** The mine's shift book, read for what a person should look at; nothing is recorded. Faults: log_not_text, book_no_columns. */
  'book/read': { ask: z.strictObject({ name: z.string(), bytes: base64 }), reply: bookRead },
  'blob/read': { ask: z.strictObject({ blob: blobId }), reply: z.strictObject({ mime: z.string(), bytes: base64 }) },
  'finding/raise': {
    ask: z.strictObject({ ...rowKey, fact: z.string().trim().min(1).max(2000), severity }),
    reply: findingRow,
  },
  /** The articles that findings rest on and nobody has read or typed: while there is one, the papers are drafts. */
  'signoff/articles': { ask: z.strictObject({ inspectionId }), reply: z.array(citation) },
  'signoff/check': { ask: z.strictObject({ inspectionId }), reply: z.array(signBlock) },
  'signoff/sign': {
    ask: z.strictObject({
      inspectionId,
      gaps: z.array(z.strictObject({ itemId, placeId: placeId.nullable(), reason: z.string().trim().min(1) })),
      signatures: z.array(signatureDraft).min(1),
    }),
    reply: saved.extend({ sealedTo: z.int() }),
  },
  'report/preview': { ask: z.strictObject({ inspectionId }), reply: z.strictObject({ html: z.string() }) },
} as const satisfies Methods;
