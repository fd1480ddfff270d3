import { z } from 'zod';
import { eventId, logId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { salt } from './event.ts';

/** Bodies by which machines and the authority speak of keys and logs. They are never withheld, so they are always readable. */
const hex32 = z.string().regex(/^[0-9a-f]{32}$/);
const fingerprint = z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/);
const decimalSerial = z.string().regex(/^(0|[1-9]\d{0,19})$/);

/** An event by its full address. */
export const eventAddress = z.strictObject({ log: logId, seq: z.int().min(1), id: eventId });
export type EventAddress = z.infer<typeof eventAddress>;

export const logOpenBody = z.strictObject({ salt, nonce: hex32, continues: eventAddress.optional() });
export const logSealBody = z.strictObject({ salt, nonce: hex32, sig: z.string() });
/** The own clock ran more than 24 h ahead of the wall and began anew: the stamp before and after. */
export const clockBody = z.strictObject({ salt, before: z.string(), after: z.string() });

/** A head and when the witnessing machine first held it. */
export const witnessHead = eventAddress.extend({ seen: epochMs });
export const witnessBody = z.strictObject({ salt, heads: z.array(witnessHead) });
export type WitnessHead = z.infer<typeof witnessHead>;

export const certificateBody = z.strictObject({ salt, certificate: z.string() });

/** What the authority signs to take trust back; without `lastTrusted`, what was witnessed before `from` stays good. */
export const revocationStatement = z.strictObject({
  key: fingerprint,
  serials: z.union([z.literal('all'), z.array(decimalSerial)]),
  from: epochMs,
  lastTrusted: z.array(eventAddress).optional(),
  reason: z.string(),
});
export type RevocationStatement = z.infer<typeof revocationStatement>;

/** What the authority signs to admit a chain up to one event. */
export const vouchStatement = eventAddress.extend({ why: z.string() });

export const revocationBody = z.strictObject({ salt, statement: revocationStatement, sig: z.string() });
export const vouchBody = z.strictObject({ salt, statement: vouchStatement, sig: z.string() });
