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
import { type EventBody, salt } from './event.ts';

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

/** Days since 1970, negative: of two papers that differ, the one that ends or lies earlier is graver. */
const earlier = (day: string): number => -Date.parse(day) / 86_400_000;
const GRAVEST = 1;

/** Concurrent certificates: the one that gives less shows until a person resolves. */
export function instrumentGravity(body: EventBody): number {
  const until = instrumentBody.safeParse(body).data?.certificate?.until;
  return until ? earlier(until) : GRAVEST;
}

/** Concurrent calibrations of one entry: taken back, else the older. */
export function calibrationGravity(body: EventBody): number {
  const made = calibrationBody.safeParse(body).data;
  return made && !made.removed ? earlier(made.date) : GRAVEST;
}
