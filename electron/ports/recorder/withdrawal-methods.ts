import { z } from 'zod';
import { entityId, inspectionId, logId } from '../../../vocabulary/ids.ts';
import { paperSeries } from '../../../vocabulary/paper.ts';
import { resumeStep, toldPost, withdrawalOrder, withdrawalPeople } from '../../../vocabulary/withdrawal.ts';
import type { Methods } from '../define-port.ts';
import { signatureDraft } from '../inspection-models.ts';
import { base64, nothing } from '../wire-models.ts';
import { leaseRow, orderDraft, withdrawalView } from '../withdrawal-models.ts';

const one = { withdrawalId: entityId };

/** Ordering people out, and everything that is filled in while and after they leave. Each reply is the order as it stands. */
export const withdrawalMethods = {
  'withdrawal/issue': { ask: orderDraft, reply: withdrawalView },
  /** Mends what was said first; what is left out stays. */
  'withdrawal/change': {
    ask: z.strictObject({
      ...one,
      area: withdrawalOrder.shape.area.optional(),
      danger: withdrawalOrder.shape.danger.optional(),
      mine: withdrawalOrder.shape.mine.optional(),
      voidFor: z.string().trim().min(1).max(500).optional(),
    }),
    reply: withdrawalView,
  },
  'withdrawal/people': { ask: withdrawalPeople.extend(one), reply: withdrawalView },
  'withdrawal/tell': {
    ask: z.strictObject({ ...one, post: toldPost, told: z.boolean(), name: z.string().trim().max(40) }),
    reply: withdrawalView,
  },
  /** Everybody is out. Faults: people_missing, people_not_counted. */
  'withdrawal/clear': { ask: z.strictObject({ ...one, cleared: z.boolean() }), reply: withdrawalView },
  /** Faults: not_cleared, resume_not_checked (work allowed before every step was looked at). */
  'withdrawal/resume': {
    ask: z.strictObject({ ...one, condition: z.string().max(1000), done: z.array(resumeStep), allowed: z.boolean() }),
    reply: withdrawalView,
  },
  'withdrawal/sign': { ask: signatureDraft.extend(one), reply: withdrawalView },
  'withdrawal/photo': {
    ask: z.strictObject({ ...one, label: z.string().max(60), mime: z.string().max(100), bytes: base64 }),
    reply: withdrawalView,
  },
  'withdrawal/remove-photo': { ask: z.strictObject({ ...one, photoId: entityId }), reply: withdrawalView },
  /** The newest first; with an inspection only its own. */
  'withdrawal/list': {
    ask: z.strictObject({ inspectionId: inspectionId.nullable() }),
    reply: z.array(withdrawalView),
  },
  /** The order as a sheet to print, with its number or its mark. */
  'withdrawal/print': {
    ask: z.strictObject(one),
    reply: z.strictObject({ html: z.string(), title: z.string() }),
  },
  /** Numbers the papers that wait for one out of this device's own numbers. Fault: no_numbers_left. */
  'paper/number': { ask: nothing, reply: z.strictObject({ numbered: z.int(), waiting: z.int() }) },
  'lease/list': { ask: nothing, reply: z.array(leaseRow) },
  /** Gives the next `count` numbers of a series to a log. */
  'lease/give': {
    ask: z.strictObject({ holder: logId, series: paperSeries, count: z.int().min(1).max(1000) }),
    reply: leaseRow,
  },
} as const satisfies Methods;
