import { z } from 'zod';
import { areaHandover, drainageArea, outburstChain, outburstStep } from '../../../vocabulary/area.ts';
import { entityId } from '../../../vocabulary/ids.ts';
import { verdict } from '../../../vocabulary/verdict.ts';
import { indexDraft, mineAreas, newPapers } from '../area-models.ts';
import type { Methods } from '../define-port.ts';
import { saved } from '../wire-models.ts';

const kept = saved.extend({ areaId: entityId });
const one = { areaId: entityId };

/** 三区联动, the two 四位一体 and outburst indices of a mine. An id of null begins a new one. */
export const areaMethods = {
  'area/list': { ask: z.strictObject({ mine: z.string() }), reply: mineAreas },
  'area/put': {
    ask: z.strictObject({ areaId: entityId.nullable(), sheet: drainageArea, add: newPapers }),
    reply: kept,
  },
  /** Moves an area on; it stays where it is for an earlier day. Faults: not_found, area_same_type. */
  'area/handover': { ask: z.strictObject({ ...one, handover: areaHandover, add: newPapers }), reply: kept },
  'chain/put': { ask: z.strictObject({ areaId: entityId.nullable(), chain: outburstChain }), reply: kept },
  /** Faults: not_found, bad_facts where the step does not belong to the chain or the result to the step. */
  'chain/step': { ask: z.strictObject({ ...one, step: outburstStep, add: newPapers }), reply: kept },
  /** Judged by its rule on its day. Faults: not_found, unknown_rule, bad_facts. */
  'chain/index': {
    ask: z.strictObject({ ...one, index: indexDraft, add: newPapers }),
    reply: kept.extend({ verdict }),
  },
  /** Takes an entry back: `drainageArea`, `handover:<id>`, `outburstChain`, `step:<step>`, `outburstIndex:<id>`. */
  'area/remove': { ask: z.strictObject({ ...one, entry: z.string().max(80) }), reply: kept },
} as const satisfies Methods;
