import { z } from 'zod';
import { logId, personId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';

const role = z.enum(['inspector', 'lead', 'province']);

/** What a person enters of themselves; it stands in an event of its own. */
export const personFields = z.strictObject({
  name: z.string().trim().min(1).max(40),
  certificateNo: z.string().trim().min(1).max(40),
  team: z.string().trim().min(1).max(60),
});
export type PersonFields = z.infer<typeof personFields>;

/** Which key this machine signs with and what the province says of it. */
const deviceIdentity = z.strictObject({
  log: logId.nullable(),
  fingerprint: z.string().nullable(),
  principal: z.string().nullable(),
  role: role.nullable(),
  certificate: z.strictObject({ serial: z.string(), validAfter: epochMs, validBefore: epochMs }).nullable(),
  authorityFingerprint: z.string().nullable(),
});

/** `fresh`: nothing made yet; `locked`: made, passphrase needed; `open`: working. */
export const sessionState = z.strictObject({
  phase: z.enum(['fresh', 'locked', 'open']),
  dataFolder: z.string(),
  person: personFields.extend({ personId }).nullable(),
  device: deviceIdentity,
  saved: z
    .strictObject({ wall: epochMs, seq: z.int(), today: z.int(), sealedTo: z.int(), sealedAt: epochMs.nullable() })
    .nullable(),
});
export type SessionState = z.infer<typeof sessionState>;
