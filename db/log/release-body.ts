import { z } from 'zod';
import { blobId } from '../../vocabulary/ids.ts';
import { salt } from './event.ts';

/** A release of rule packs as the province signed it: any machine may carry it, what is believed is the signature. */
export const releaseBody = z.strictObject({
  salt,
  /** The signed text, byte for byte: larger than an event may be. */
  blob: blobId,
  sig: z.string().min(1).max(20_000),
});
