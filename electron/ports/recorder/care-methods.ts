import { z } from 'zod';
import { entityId, sha256Hex } from '../../../vocabulary/ids.ts';
import { backupRow, careCheck, careState } from '../care-models.ts';
import type { Methods } from '../define-port.ts';
import { sessionState } from '../session-models.ts';
import { nothing } from '../wire-models.ts';

/** Backups, checks, and long work that can be given up. */
export const careMethods = {
  'care/state': { ask: nothing, reply: careState },
  /** Where backups go from now on; the folder must be there and lie outside the data folder. */
  'care/choose': { ask: z.strictObject({ target: z.string() }), reply: careState },
  'care/back-up': { ask: nothing, reply: careState },
  /** Reads everything again; damage is an answer, not a fault. */
  'care/check': { ask: nothing, reply: careCheck },
  'care/rebuild': { ask: nothing, reply: z.strictObject({ stateHash: sha256Hex, same: z.boolean() }) },
  /** The backups in a folder, to choose from before a restore; works without an open record. */
  'care/find': { ask: z.strictObject({ target: z.string() }), reply: z.array(backupRow) },
  /** Puts a backup in the place of the record; what was there keeps its bytes under the name `setAside`. */
  'care/restore': {
    ask: z.strictObject({ folder: z.string(), passphrase: z.string().max(200) }),
    reply: z.strictObject({ session: sessionState, setAside: z.string().nullable() }),
  },
  'job/cancel': { ask: z.strictObject({ job: entityId }), reply: nothing },
} as const satisfies Methods;
