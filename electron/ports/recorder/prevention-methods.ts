import { z } from 'zod';
import { mineCheck, mineRisk } from '../../../vocabulary/dual-prevention.ts';
import { entityId } from '../../../vocabulary/ids.ts';
import type { Methods } from '../define-port.ts';
import { minePrevention } from '../prevention-models.ts';
import { base64, saved } from '../wire-models.ts';

const kept = saved.extend({ entryId: entityId });
const which = { entryId: entityId.nullable() };

/** 双重预防 of a mine as its papers show it. An id of null begins a new entry, another corrects it. */
export const preventionMethods = {
  'prevention/list': { ask: z.strictObject({ mine: z.string() }), reply: minePrevention },
  'prevention/check': { ask: z.strictObject({ ...which, check: mineCheck }), reply: kept },
  'prevention/risk': { ask: z.strictObject({ ...which, risk: mineRisk }), reply: kept },
  /** A new picture takes the place of the one before, which stays in the record. */
  'prevention/map': {
    ask: z.strictObject({
      mine: z.string().trim().min(1).max(80),
      name: z.string().max(200),
      mime: z.string(),
      bytes: base64,
    }),
    reply: kept,
  },
  /** Takes an entry back: it stays in the record and no longer counts. Fault: not_found. */
  'prevention/remove': {
    ask: z.strictObject({ entryId: entityId, kind: z.enum(['check', 'risk', 'map']) }),
    reply: kept,
  },
} as const satisfies Methods;
