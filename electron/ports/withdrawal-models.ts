import { z } from 'zod';
import { blobId, entityId, inspectionId, logId } from '../../vocabulary/ids.ts';
import { paperSeries } from '../../vocabulary/paper.ts';
import { epochMs } from '../../vocabulary/time.ts';
import {
  namedPlace,
  resumeStep,
  toldPost,
  withdrawalOrder,
  withdrawalPeople,
  withdrawalSignature,
} from '../../vocabulary/withdrawal.ts';

/** What is said when people are ordered out. Danger and basis are prefilled by the recorder where nothing is said. */
export const orderDraft = z.strictObject({
  inspectionId: inspectionId.nullable(),
  mine: z.string().max(80),
  trigger: withdrawalOrder.shape.trigger,
  /** When the first sign was seen; null is now. */
  foundAt: epochMs.nullable(),
  foundPlace: namedPlace.nullable(),
  area: withdrawalOrder.shape.area,
  danger: withdrawalOrder.shape.danger,
});
export type OrderDraft = z.infer<typeof orderDraft>;

/** The paper of an order: its mark, its number once it has one, and every other number it was ever given. */
export const orderPaper = z.strictObject({
  paperId: entityId,
  mark: z.string(),
  number: z.string().nullable(),
  /** Numbers that do not count, each with the reason, empty while two stand side by side. */
  others: z.array(z.strictObject({ number: z.string(), reason: z.string() })),
  /** Two machines numbered it and nobody has decided. */
  conflict: z.boolean(),
});
export type OrderPaper = z.infer<typeof orderPaper>;

/** One order with everything that was filled in since. */
export const withdrawalView = z.strictObject({
  withdrawalId: entityId,
  ...withdrawalOrder.omit({ inspection: true }).shape,
  inspectionId: inspectionId.nullable(),
  people: withdrawalPeople.extend({
    /** Null while one of the two figures is not known. */
    missing: z.int().nullable(),
    savedAt: epochMs.nullable(),
  }),
  told: z.array(z.strictObject({ post: toldPost, at: epochMs, name: z.string() })),
  clearedAt: epochMs.nullable(),
  resume: z.strictObject({
    condition: z.string(),
    done: z.array(z.strictObject({ step: resumeStep, at: epochMs })),
    at: epochMs.nullable(),
  }),
  signatures: z.array(withdrawalSignature.extend({ signatureId: entityId })),
  photos: z.array(
    z.strictObject({ photoId: entityId, blob: blobId, mime: z.string(), label: z.string(), at: epochMs }),
  ),
  paper: orderPaper,
  author: z.string(),
  /** Something of it was said differently on two machines and the graver is shown. */
  conflict: z.boolean(),
  savedAt: epochMs,
});
export type WithdrawalView = z.infer<typeof withdrawalView>;

/** Numbers that a lead has given to a log. */
export const leaseRow = z.strictObject({
  leaseId: entityId,
  holder: logId,
  principal: z.string().nullable(),
  own: z.boolean(),
  series: paperSeries,
  from: z.int(),
  to: z.int(),
  used: z.int(),
  /** The next number it would give, or null where all are used. */
  next: z.int().nullable(),
  /** Another lease of the same series has some of the same numbers: two leads gave without knowing of each other. */
  overlaps: z.boolean(),
});
export type LeaseRow = z.infer<typeof leaseRow>;
