import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { entityId } from '../../vocabulary/ids.ts';
import { wireIdentity } from '../../vocabulary/instrument.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { wireFault } from './define-port.ts';

/** The kind that was heard or that answered. `fits`: another kind may answer so as well, the label decides. */
const foundKind = z.strictObject({
  driver: z.string(),
  proof: z.enum(['named', 'fits']),
  /** Settings that are not the driver's defaults: speed, slave. */
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  identity: wireIdentity,
  gas: gas.nullable(),
  unit: gasUnit.nullable(),
});

const triedKind = z.strictObject({
  driver: z.string(),
  baud: z.int(),
  outcome: z.enum(['no_answer', 'garbage', 'other']),
});

/**
 * Where the search on one port stands. `listening`: sends nothing · `asking`: one harmless read a kind · `recognised` ·
 * `withheld`: recognised, but not offered · `silent`: nothing speaks, so a question may be asked · `speaks`: something
 * speaks that nobody understands, so nothing is sent · `notFound`: asked, no answer · `failed` · `cancelled`.
 */
export const findState = z.strictObject({
  find: entityId,
  path: z.string(),
  phase: z.enum([
    'listening',
    'asking',
    'recognised',
    'withheld',
    'silent',
    'speaks',
    'notFound',
    'failed',
    'cancelled',
  ]),
  /** The speed and the kind being tried. */
  baud: z.int().nullable(),
  driver: z.string().nullable(),
  step: z.int(),
  steps: z.int(),
  /** Bytes heard that no driver understood. */
  bytes: z.int(),
  found: foundKind.nullable(),
  tried: z.array(triedKind),
  fault: wireFault.nullable(),
});
export type FindState = z.infer<typeof findState>;

/** `drivers`: the kinds to ask for; a named one is asked at all its speeds. `slave`: the address a person gave. */
export const findAsk = z.strictObject({
  find: entityId,
  drivers: z.array(z.string()).min(1),
  slave: z.int().min(1).max(247).nullable(),
});
