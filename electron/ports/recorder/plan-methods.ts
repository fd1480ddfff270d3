import { z } from 'zod';
import { entityId, inspectionId, personId } from '../../../vocabulary/ids.ts';
import { completenessOverview, fastRow, owedFilter, owedRow } from '../completeness-models.ts';
import type { Methods } from '../define-port.ts';
import { planDraft, planRow } from '../plan-models.ts';
import { part } from '../team-models.ts';
import { nothing, saved } from '../wire-models.ts';

const planned = z.strictObject({ planId: entityId, inspectionId });
const reason = z.string().trim().min(1).max(200);

/** What is owed: plans, who took which part over, and obligations against records. */
export const planMethods = {
  'plan/list': { ask: nothing, reply: z.array(planRow) },
  /** Lead or province only (role_denied). */
  'plan/make': { ask: planDraft, reply: planned },
  /** Takes a plan back; it stays, counted as left out with this reason. Faults: not_found, plan_begun. */
  'plan/cancel': { ask: z.strictObject({ planId: entityId, reason }), reply: saved },
  /** Opens the plan's inspection on this tablet, under the id that every tablet has for it. */
  'plan/start': { ask: z.strictObject({ planId: entityId }), reply: z.strictObject({ inspectionId }) },
  'handover/give': {
    ask: z.strictObject({ inspectionId, to: personId, parts: z.array(part).min(1).max(80), why: z.string().max(200) }),
    reply: saved,
  },
  'completeness/overview': { ask: nothing, reply: completenessOverview },
  /** Obligations of one standing, at most `limit` of them, with their true number. */
  'completeness/rows': {
    ask: owedFilter.extend({
      standings: z.array(owedRow.shape.standing).min(1),
      /** Without those of inspections that nobody has begun or that were taken back: all of theirs stand alike. */
      begunOnly: z.boolean(),
      limit: z.int().positive().max(2000),
    }),
    reply: z.strictObject({ rows: z.array(owedRow), total: z.int() }),
  },
  'completeness/fast': { ask: owedFilter, reply: z.array(fastRow) },
} as const satisfies Methods;
