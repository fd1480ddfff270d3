import { z } from 'zod';
import { entityId } from '../../vocabulary/ids.ts';
import { wireFault } from './define-port.ts';

/** Speeds that instruments print their log at. */
export const DUMP_BAUDS = ['1200', '2400', '4800', '9600', '19200', '38400', '57600', '115200'] as const;

/** A text that an instrument sends over a port; the listener only hears. */
export const dumpState = z.strictObject({
  dump: entityId,
  path: z.string(),
  phase: z.enum(['listening', 'done', 'failed']),
  /** Heard by now. */
  bytes: z.int(),
  fault: wireFault.nullable(),
});
export type DumpState = z.infer<typeof dumpState>;

/** A piece of a text that was heard, in base64; `next` is null at its end. */
export const dumpPiece = z.strictObject({ bytes: z.string(), next: z.int().nullable() });
