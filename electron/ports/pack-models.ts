import { z } from 'zod';
import { epochMs, isoDate } from '../../vocabulary/time.ts';
import { wireFault } from './define-port.ts';

/** One release of the province as this machine holds it. `refusal`: why it is not in force although its number would be. */
export const releaseRow = z.strictObject({
  number: z.int(),
  issued: isoDate,
  signer: z.string(),
  at: epochMs,
  inForce: z.boolean(),
  refusal: wireFault.nullable(),
});
export type ReleaseRow = z.infer<typeof releaseRow>;

/** What judges on this machine: the releases, and the text of the one in force, so that a screen judges by the same. */
export const packState = z.strictObject({
  releases: z.array(releaseRow),
  release: z.string().nullable(),
  /** The day the release was taken: which editions had been used by then. */
  takenOn: isoDate.nullable(),
});

/** A signed file: the text as it was signed, and the armoured signature over it. */
export const releaseFile = z.strictObject({
  release: z.string().min(1).max(2_000_000),
  sig: z.string().min(1).max(20_000),
});
