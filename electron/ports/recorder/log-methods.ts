import { z } from 'zod';
import { blobId, entityId, inspectionId, instrumentId, placeId } from '../../../vocabulary/ids.ts';
import type { Methods } from '../define-port.ts';
import {
  logChoice,
  logExtremes,
  logImported,
  logMatch,
  logPreview,
  logRematched,
  logSettings,
  storedEventsRow,
  storedFileRow,
} from '../log-models.ts';
import { nothing, upload } from '../wire-models.ts';

/** Files of stored readings: opened, read, matched, kept. */
export const logMethods = {
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
} as const satisfies Methods;
