import { z } from 'zod';
import { entityId, instrumentId } from '../../../vocabulary/ids.ts';
import { epochMs } from '../../../vocabulary/time.ts';
import type { Methods } from '../define-port.ts';
import {
  calibrationDraft,
  certificateDraft,
  instrumentPage,
  instrumentPapers,
  instrumentRow,
  labelDraft,
  photoDraft,
} from '../instrument-models.ts';
import { clockRow } from '../log-models.ts';
import { base64, nothing, saved } from '../wire-models.ts';

const oneInstrument = z.strictObject({ instrumentId });

/** The register of instruments, their papers and their clocks. */
export const instrumentMethods = {
  'instrument/list': { ask: nothing, reply: z.array(instrumentRow) },
  'instrument/put': { ask: instrumentRow, reply: saved },
  'instrument/papers': { ask: nothing, reply: z.array(instrumentPapers) },
  'instrument/page': { ask: oneInstrument, reply: instrumentPage },
  'instrument/describe': { ask: oneInstrument.extend(labelDraft.shape), reply: saved },
  'instrument/certificate': { ask: oneInstrument.extend(certificateDraft.shape), reply: saved },
  'instrument/photo': { ask: oneInstrument.extend(photoDraft.shape), reply: saved },
  'calibration/put': { ask: oneInstrument.extend(calibrationDraft.shape), reply: saved },
  'calibration/remove': { ask: z.strictObject({ calibrationId: entityId }), reply: saved },
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
} as const satisfies Methods;
