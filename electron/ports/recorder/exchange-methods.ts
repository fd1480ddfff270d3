import { z } from 'zod';
import { eventId, sha256Hex } from '../../../vocabulary/ids.ts';
import type { Methods } from '../define-port.ts';
import { wireFault } from '../define-port.ts';
import { exchangeState, exportedRow, importChange, importResult } from '../exchange-models.ts';
import { base64, nothing, saved, upload } from '../wire-models.ts';

/** Bundles out and in, uploads, and conflicts. */
export const exchangeMethods = {
  /** Seals, packs and reads back; with a folder the file is copied there too. Progress comes as `job` news. */
  'bundle/export': {
    ask: z.strictObject({ folder: z.string().nullable() }),
    reply: exportedRow.extend({ file: z.string(), stateHash: sha256Hex, ranges: z.int() }),
  },
  'bundle/read': {
    ask: z.strictObject({ name: z.string(), offset: z.int().nonnegative() }),
    reply: z.strictObject({ bytes: base64, next: z.int().nullable() }),
  },
  'upload/begin': { ask: z.strictObject({ name: z.string(), size: z.int().nonnegative() }), reply: upload },
  'upload/chunk': { ask: upload.extend({ bytes: base64 }), reply: z.strictObject({ received: z.int() }) },
  'bundle/verify': {
    ask: upload,
    reply: z.strictObject({
      ok: z.boolean(),
      signer: z.string().nullable(),
      role: z.string().nullable(),
      events: z.int(),
      unsealed: z.int(),
      blobs: z.int(),
      refusal: wireFault.nullable(),
    }),
  },
  /** What the last imports changed of what was on this screen, the newest import first. */
  'import/changes': { ask: z.strictObject({}), reply: z.array(importChange) },
  'bundle/import': { ask: upload, reply: importResult },
  'exchange/state': { ask: nothing, reply: exchangeState },
  'conflict/resolve': {
    ask: z.strictObject({ subject: z.string(), chosen: eventId, reason: z.string().max(500) }),
    reply: saved,
  },
} as const satisfies Methods;
