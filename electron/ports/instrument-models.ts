import { z } from 'zod';
import { blobId, entityId, eventId, instrumentId } from '../../vocabulary/ids.ts';
import {
  calibration,
  certificate,
  confirmation,
  lineIdentity,
  principle,
  scan,
  wireIdentity,
} from '../../vocabulary/instrument.ts';
import { epochMs, isoDate } from '../../vocabulary/time.ts';

/** Bytes that a person took or chose; they become a blob. */
const file = z.strictObject({ name: z.string(), mime: z.string(), bytes: z.base64() });
export type GivenFile = z.infer<typeof file>;

/** What the grade of an instrument's readings follows from: the shape of `InstrumentFile`. */
const instrumentFile = z.strictObject({
  principle: principle.nullable(),
  certificates: z.array(certificate),
  calibrations: z.array(calibration),
});

/** The papers of every instrument, for tiles and lists. */
export const instrumentPapers = instrumentFile.extend({ instrumentId });

const calibrationRow = z.strictObject({ calibrationId: entityId, entry: calibration });
export type CalibrationRow = z.infer<typeof calibrationRow>;

/** One entry of an instrument's history, as it was written; the newest first. A body that cannot be read has nothing to show. */
const historyRow = z.strictObject({
  event: eventId,
  seq: z.int(),
  author: z.string(),
  savedAt: epochMs,
  /** Null for an entry of the register itself. */
  calibrationId: entityId.nullable(),
  /** Superseded by a later entry: an old value, kept in sight. */
  old: z.boolean(),
  entry: z.discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('register'),
      model: z.string(),
      serialNumber: z.string(),
      certificate: certificate.nullable(),
      principle: principle.nullable(),
      photos: z.int(),
    }),
    z.strictObject({ is: z.literal('calibration'), calibration, removed: z.boolean() }),
    z.strictObject({ is: z.literal('unreadable') }),
  ]),
});
export type HistoryRow = z.infer<typeof historyRow>;

/** One instrument as its page shows it: the papers, calibrations with their ids (the newest first), photos, history. */
export const instrumentPage = z.strictObject({
  file: instrumentFile,
  certificate: certificate.nullable(),
  calibrations: z.array(calibrationRow),
  photos: z.array(scan),
  history: z.array(historyRow),
});
export type InstrumentPage = z.infer<typeof instrumentPage>;

const name = z.string().trim().min(1).max(60);
export const labelDraft = z.strictObject({ model: name, serialNumber: name, principle: principle.nullable() });

/** `renew` keeps the certificate before for the readings of its days; `correct` mends what was written down wrongly. */
export const certificateDraft = z.strictObject({
  change: z.enum(['renew', 'correct']),
  no: name,
  from: isoDate.nullable(),
  until: isoDate,
  file: file.nullable(),
});
export type CertificateDraft = z.infer<typeof certificateDraft>;

/** A correction names the entry it corrects; its scan stays where no new one is given. */
export const calibrationDraft = z.strictObject({
  calibrationId: entityId.nullable(),
  entry: calibration.omit({ scan: true }),
  file: file.nullable(),
});
export type CalibrationDraft = z.infer<typeof calibrationDraft>;

export const photoDraft = z.strictObject({ add: file.nullable(), remove: blobId.nullable() });

export const instrumentRow = z.strictObject({
  instrumentId,
  driver: z.string(),
  model: z.string(),
  serialNumber: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  certificateNo: z.string(),
  certificateUntil: z.iso.date().nullable(),
  line: lineIdentity.optional(),
  wire: wireIdentity.optional(),
  confirmed: confirmation.optional(),
});
export type InstrumentRow = z.infer<typeof instrumentRow>;
