import { z } from 'zod';
import { gas } from './gas.ts';
import { blobId } from './ids.ts';
import { decimalString, gasUnit } from './quantity.ts';
import { epochMs, isoDate } from './time.ts';

/** How an instrument measures, as far as the documents on permitted errors tell them apart. */
export const principle = z.enum(['catalytic', 'interference', 'infrared', 'laser', 'electrochemical', 'other']);
export type Principle = z.infer<typeof principle>;

/** A photo or scan: its bytes are a blob of the record. */
export const scan = z.strictObject({ blob: blobId, mime: z.string() });
export type Scan = z.infer<typeof scan>;

/** A verification certificate (检定证书). Days as printed on it, both valid; `until` null where none is printed. */
export const certificate = z.strictObject({
  no: z.string(),
  from: isoDate.nullable().optional(),
  until: isoDate.nullable(),
  scan: scan.optional(),
});
export type Certificate = z.infer<typeof certificate>;

/** Only `calibration` is the adjustment with test gas that art. 492 asks for; the others are figures that may be checked. */
export const calibrationKind = z.enum(['calibration', 'zero', 'bump', 'verification']);

/** One calibration or check. `asFound` and `asLeft` are what the instrument showed before and after, in the unit of the standard gas. */
export const calibration = z.strictObject({
  kind: calibrationKind,
  date: isoDate,
  gas,
  channel: z.string().optional(),
  standard: z.strictObject({ amount: decimalString, unit: gasUnit }).nullable(),
  asFound: decimalString.nullable(),
  asLeft: decimalString.nullable(),
  by: z.string(),
  /** Number of the certificate or of the bottle of gas. */
  certificateNo: z.string(),
  scan: scan.optional(),
});
export type Calibration = z.infer<typeof calibration>;

/** The adapter an instrument hangs on, where it has a serial number of its own. */
export const lineIdentity = z.strictObject({
  vendorId: z.string().nullable(),
  productId: z.string().nullable(),
  serialNumber: z.string(),
});
export type LineIdentity = z.infer<typeof lineIdentity>;

/** What the instrument said of itself on the wire when it was registered, by the keys of its protocol page. */
export const wireIdentity = z.record(z.string(), z.union([z.string(), z.number()]));
export type WireIdentity = z.infer<typeof wireIdentity>;

/** What a person read off label or data sheet because the wire does not say it; null: left open. Who: the event's author. */
export const confirmation = z.strictObject({
  at: epochMs,
  gas: gas.nullable(),
  unit: gasUnit.nullable(),
  lelBasis: z.enum(['ISO 10156', 'IEC 60079-20-1']).nullable(),
});
export type Confirmation = z.infer<typeof confirmation>;

/** What the register holds of one instrument, as far as its readings are graded by it. */
export interface InstrumentFile {
  readonly principle: Principle | null;
  /** The one in use and those before it: an earlier reading is judged by the certificate of its day. */
  readonly certificates: readonly Certificate[];
  /** The last recorded first: of two on one day it counts. */
  readonly calibrations: readonly Calibration[];
}
