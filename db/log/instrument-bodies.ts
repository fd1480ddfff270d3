import { z } from 'zod';
import { instrumentId } from '../../vocabulary/ids.ts';
import {
  calibration,
  certificate,
  confirmation,
  lineIdentity,
  principle,
  scan,
  wireIdentity,
} from '../../vocabulary/instrument.ts';
import { salt } from './event.ts';

/** Bodies of the instrument register. A later event of a subject corrects the one before; both stay in the record. */
const text = z.string();

/** A detector. `certificate` is the one in use, `earlier` those it replaced, so that readings of their days keep their paper. */
export const instrumentBody = z.strictObject({
  salt,
  model: text,
  serialNumber: text,
  driver: text,
  settings: z.record(text, z.union([text, z.number()])),
  certificate: certificate.optional(),
  earlier: z.array(certificate).optional(),
  principle: principle.optional(),
  photos: z.array(scan).optional(),
  line: lineIdentity.optional(),
  wire: wireIdentity.optional(),
  confirmed: confirmation.optional(),
});

/** One calibration or check of an instrument; `removed` takes back one that was entered by mistake. */
export const calibrationBody = calibration.extend({ salt, instrument: instrumentId, removed: z.boolean().optional() });
