import { z } from 'zod';
import { epochMs } from '../../../vocabulary/time.ts';
import type { Methods } from '../define-port.ts';
import { personFields, sessionState } from '../session-models.ts';
import { nothing } from '../wire-models.ts';

/** Opening the record and who this machine is. */
export const sessionMethods = {
  'session/state': { ask: nothing, reply: sessionState },
  'session/create': {
    ask: z.strictObject({ passphrase: z.string().min(6).max(200), person: personFields }),
    reply: sessionState,
  },
  'session/unlock': { ask: z.strictObject({ passphrase: z.string().max(200) }), reply: sessionState },
  'session/lock': { ask: nothing, reply: sessionState },
  'identity/request': {
    ask: z.strictObject({ principal: z.string() }),
    reply: z.strictObject({ name: z.string(), text: z.string() }),
  },
  /** `fingerprint` is what the person compared with the paper. */
  'identity/enrol': {
    ask: z.strictObject({ certificate: z.string(), signers: z.string(), fingerprint: z.string() }),
    reply: sessionState,
  },
  /** Reads the two files without taking them, so that the screen can show what they say. */
  'identity/preview': {
    ask: z.strictObject({ certificate: z.string(), signers: z.string() }),
    reply: z.strictObject({
      principal: z.string(),
      role: z.string(),
      validBefore: epochMs,
      authorityFingerprint: z.string(),
      fitsThisDevice: z.boolean(),
    }),
  },
} as const satisfies Methods;
