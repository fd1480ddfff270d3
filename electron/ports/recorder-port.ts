import { z } from 'zod';
import {
  blobId,
  entityId,
  eventId,
  inspectionId,
  instrumentId,
  itemId,
  placeId,
  sha256Hex,
} from '../../vocabulary/ids.ts';
import { confirmation, lineIdentity, wireIdentity } from '../../vocabulary/instrument.ts';
import { placeCode, placeInterval } from '../../vocabulary/place.ts';
import { reading } from '../../vocabulary/reading.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { factValue, severity, verdict } from '../../vocabulary/verdict.ts';
import { alarmNote, alarmRow } from './alarm-models.ts';
import { readingBytes } from './bytes-models.ts';
import { backupRow, careCheck, careState } from './care-models.ts';
import { definePort, wireFault } from './define-port.ts';
import { exchangeState, exportedRow, importChange, importResult } from './exchange-models.ts';
import {
  answerRow,
  evidenceKind,
  evidenceRow,
  findingRow,
  inspectionDraft,
  inspectionSheet,
  inspectionSummary,
  outcome,
  rowStatus,
  signBlock,
} from './inspection-models.ts';
import {
  calibrationDraft,
  certificateDraft,
  instrumentPage,
  instrumentPapers,
  labelDraft,
  photoDraft,
} from './instrument-models.ts';
import {
  clockRow,
  logChoice,
  logExtremes,
  logImported,
  logMatch,
  logPreview,
  logRematched,
  logSettings,
  storedEventsRow,
  storedFileRow,
} from './log-models.ts';
import { personFields, sessionState } from './session-models.ts';

const nothing = z.strictObject({});
const base64 = z.base64();
const rowKey = { inspectionId, itemId, placeId: placeId.nullable() };
const saved = z.strictObject({ event: eventId, seq: z.int(), savedAt: epochMs });
const upload = z.strictObject({ upload: entityId });

const oneInstrument = z.strictObject({ instrumentId });

const signatureDraft = z.strictObject({
  name: z.string().trim().min(1).max(40),
  certificateNo: z.string().max(40),
  role: z.enum(['officer', 'unitHead']),
  png: base64.nullable(),
  refused: z.strictObject({ reason: z.string().min(1), witness: z.string().min(1) }).nullable(),
});
export type SignatureDraft = z.infer<typeof signatureDraft>;

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

/** Between the screens and the recorder process, which owns the record. Everything that is saved goes through here. */
export const recorderPort = definePort({
  name: 'recorder',
  methods: {
    'session/state': { ask: nothing, reply: sessionState },
    'session/create': {
      ask: z.strictObject({ passphrase: z.string().min(6).max(200), person: personFields }),
      reply: sessionState,
    },
    'session/unlock': { ask: z.strictObject({ passphrase: z.string().max(200) }), reply: sessionState },
    'session/lock': { ask: nothing, reply: sessionState },
    'identity/request': {
      ask: z.strictObject({ principal: z.string() }),
      reply: z.strictObject({ name: z.string(), text: z.string() }),
    },
    /** `fingerprint` is what the person compared with the paper. */
    'identity/enrol': {
      ask: z.strictObject({ certificate: z.string(), signers: z.string(), fingerprint: z.string() }),
      reply: sessionState,
    },
    /** Reads the two files without taking them, so that the screen can show what they say. */
    'identity/preview': {
      ask: z.strictObject({ certificate: z.string(), signers: z.string() }),
      reply: z.strictObject({
        principal: z.string(),
        role: z.string(),
        validBefore: epochMs,
        authorityFingerprint: z.string(),
        fitsThisDevice: z.boolean(),
      }),
    },
    'mine/names': { ask: nothing, reply: z.array(z.string()) },
    'inspection/list': { ask: nothing, reply: z.array(inspectionSummary) },
    'inspection/open': { ask: inspectionDraft, reply: z.strictObject({ inspectionId }) },
    'inspection/sheet': { ask: z.strictObject({ inspectionId }), reply: inspectionSheet },
    'place/add': {
      ask: z.strictObject({ inspectionId, code: placeCode, name: z.string().trim().min(1).max(60) }),
      reply: z.strictObject({ placeId }),
    },
    /** The place one is said to stand at was the wrong one from the beginning: the interval is another place's. */
    'place/correct': { ask: z.strictObject({ inspectionId, placeId }), reply: placeInterval },
    'place/enter': { ask: z.strictObject({ inspectionId, placeId }), reply: placeInterval },
    'answer/give': {
      ask: z.strictObject({
        ...rowKey,
        outcome,
        facts: z.record(z.string(), factValue),
        reason: z.string().max(500),
        override: z.string().max(500),
        note: z.string().max(2000),
      }),
      reply: saved.extend({ status: rowStatus, verdict: verdict.nullable() }),
    },
    'answer/undo': {
      ask: z.strictObject({ inspectionId }),
      reply: saved.extend({ itemId, placeId: placeId.nullable() }).nullable(),
    },
    'answer/history': { ask: z.strictObject(rowKey), reply: z.array(answerRow) },
    'evidence/add': {
      ask: z.strictObject({
        ...rowKey,
        kind: evidenceKind,
        label: z.string().max(60),
        text: z.string().max(4000),
        file: z.strictObject({ name: z.string(), mime: z.string(), bytes: base64 }).nullable(),
        readings: z.array(reading),
      }),
      reply: evidenceRow,
    },
    'evidence/remove': { ask: z.strictObject({ inspectionId, evidenceId: entityId }), reply: saved },
    'blob/read': { ask: z.strictObject({ blob: blobId }), reply: z.strictObject({ mime: z.string(), bytes: base64 }) },
    'finding/raise': {
      ask: z.strictObject({ ...rowKey, fact: z.string().trim().min(1).max(2000), severity }),
      reply: findingRow,
    },
    'signoff/check': { ask: z.strictObject({ inspectionId }), reply: z.array(signBlock) },
    'signoff/sign': {
      ask: z.strictObject({
        inspectionId,
        gaps: z.array(z.strictObject({ itemId, placeId: placeId.nullable(), reason: z.string().trim().min(1) })),
        signatures: z.array(signatureDraft).min(1),
      }),
      reply: saved.extend({ sealedTo: z.int() }),
    },
    'instrument/list': { ask: nothing, reply: z.array(instrumentRow) },
    'instrument/put': { ask: instrumentRow, reply: saved },
    'instrument/papers': { ask: nothing, reply: z.array(instrumentPapers) },
    'instrument/page': { ask: oneInstrument, reply: instrumentPage },
    'instrument/describe': { ask: oneInstrument.extend(labelDraft.shape), reply: saved },
    'instrument/certificate': { ask: oneInstrument.extend(certificateDraft.shape), reply: saved },
    'instrument/photo': { ask: oneInstrument.extend(photoDraft.shape), reply: saved },
    'calibration/put': { ask: oneInstrument.extend(calibrationDraft.shape), reply: saved },
    'calibration/remove': { ask: z.strictObject({ calibrationId: entityId }), reply: saved },
    /** Records what an alarm came to: under an inspection, or under this device where none was open. */
    'alarm/note': { ask: alarmNote, reply: alarmRow },
    /** Newest first. `own`: only those of this machine, and not yet ended. */
    'alarm/list': {
      ask: z.strictObject({ inspectionId: inspectionId.nullable(), own: z.boolean() }),
      reply: z.array(alarmRow),
    },
    /** Per minute min, max and mean for a chart; amounts as decimal strings in the instrument's own unit. */
    'readings/minutes': {
      ask: z.strictObject({ instrumentId, channel: z.string(), from: epochMs, to: epochMs }),
      reply: z.array(
        z.strictObject({
          minute: epochMs,
          min: z.number().nullable(),
          max: z.number().nullable(),
          mean: z.number().nullable(),
          count: z.int(),
          /** Readings past the range, which have no number and are graver than any. */
          over: z.int(),
        }),
      ),
    },
    /** The raw bytes that a reading came from, with what stood around them, and whether a replay gives it again. */
    'readings/bytes': { ask: z.strictObject({ reading }), reply: readingBytes },
    /** Seals, packs and reads back; with a folder the file is copied there too. Progress comes as `job` news. */
    'bundle/export': {
      ask: z.strictObject({ folder: z.string().nullable() }),
      reply: exportedRow.extend({ file: z.string(), stateHash: sha256Hex, ranges: z.int() }),
    },
    'bundle/read': {
      ask: z.strictObject({ name: z.string(), offset: z.int().nonnegative() }),
      reply: z.strictObject({ bytes: base64, next: z.int().nullable() }),
    },
    'upload/begin': { ask: z.strictObject({ name: z.string(), size: z.int().nonnegative() }), reply: upload },
    'upload/chunk': { ask: upload.extend({ bytes: base64 }), reply: z.strictObject({ received: z.int() }) },
    'bundle/verify': {
      ask: upload,
      reply: z.strictObject({
        ok: z.boolean(),
        signer: z.string().nullable(),
        role: z.string().nullable(),
        events: z.int(),
        unsealed: z.int(),
        blobs: z.int(),
        refusal: wireFault.nullable(),
      }),
    },
    /** What the last imports changed of what was on this screen, the newest import first. */
    'import/changes': { ask: z.strictObject({}), reply: z.array(importChange) },
    'bundle/import': { ask: upload, reply: importResult },
    'exchange/state': { ask: nothing, reply: exchangeState },
    'conflict/resolve': {
      ask: z.strictObject({ subject: z.string(), chosen: eventId, reason: z.string().max(500) }),
      reply: saved,
    },
    /** A file a screen has sent, read as it is; it waits as a draft, one at a time. Faults: log_not_text, log_unknown_format, log_too_large. */
    'log/open': { ask: upload, reply: logPreview },
    /** The draft read again with what the person has said of it. */
    'log/read': { ask: z.strictObject({ draft: entityId, settings: logSettings }), reply: logPreview },
    'log/match': { ask: z.strictObject({ draft: entityId, ...logChoice }), reply: logMatch },
    /** Keeps the file, its readings and where they belong. Faults: log_questions_open, log_empty, cancelled. */
    'log/import': { ask: z.strictObject({ draft: entityId, ...logChoice }), reply: logImported },
    /** Matches a file of the record anew, as a new event. */
    'log/rematch': { ask: z.strictObject({ file: blobId, ...logChoice }), reply: logRematched },
    'log/list': { ask: nothing, reply: z.array(storedFileRow) },
    'log/extremes': {
      ask: z.strictObject({ inspectionId, placeId: placeId.nullable() }),
      reply: logExtremes,
    },
    'log/events': { ask: z.strictObject({ instrumentId }), reply: z.array(storedEventsRow) },
    'clock/list': { ask: z.strictObject({ instrumentId }), reply: z.array(clockRow) },
    /** `shown` is what stood on the display (`2026-03-05T14:22:31`) in `zone` while our clock said `at`. */
    'clock/measure': {
      ask: z.strictObject({
        instrumentId,
        at: epochMs,
        shown: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
        zone: z.string().regex(/^(Z|[+-]\d{2}:\d{2})$/),
        photo: z.strictObject({ mime: z.string(), bytes: base64 }).nullable(),
      }),
      reply: clockRow,
    },
    'report/preview': { ask: z.strictObject({ inspectionId }), reply: z.strictObject({ html: z.string() }) },
    'care/state': { ask: nothing, reply: careState },
    /** Where backups go from now on; the folder must be there and lie outside the data folder. */
    'care/choose': { ask: z.strictObject({ target: z.string() }), reply: careState },
    'care/back-up': { ask: nothing, reply: careState },
    /** Reads everything again; damage is an answer, not a fault. */
    'care/check': { ask: nothing, reply: careCheck },
    'care/rebuild': { ask: nothing, reply: z.strictObject({ stateHash: sha256Hex, same: z.boolean() }) },
    /** The backups in a folder, to choose from before a restore; works without an open record. */
    'care/find': { ask: z.strictObject({ target: z.string() }), reply: z.array(backupRow) },
    /** Puts a backup in the place of the record; what was there keeps its bytes under the name `setAside`. */
    'care/restore': {
      ask: z.strictObject({ folder: z.string(), passphrase: z.string().max(200) }),
      reply: z.strictObject({ session: sessionState, setAside: z.string().nullable() }),
    },
    'job/cancel': { ask: z.strictObject({ job: entityId }), reply: nothing },
  },
  news: {
    session: sessionState,
    saved: z.strictObject({ wall: epochMs, seq: z.int(), today: z.int() }),
    /** Something of these areas changed: ask again. */
    changed: z.strictObject({
      areas: z.array(z.enum(['inspection', 'exchange', 'instrument', 'session', 'alarm', 'care'])),
    }),
    job: z.strictObject({
      job: entityId,
      kind: z.enum(['export', 'import', 'rebuild', 'verify', 'log', 'backup', 'check', 'restore']),
      done: z.int(),
      total: z.int(),
      finished: z.boolean(),
    }),
    trouble: wireFault,
  },
});
