import { z } from 'zod';
import { entityId, eventId } from '../../vocabulary/ids.ts';
import { epochMs } from '../../vocabulary/time.ts';

/** What methods of several areas ask and answer. */
export const nothing = z.strictObject({});
export const base64 = z.base64();
/** The event that was written, and when. */
export const saved = z.strictObject({ event: eventId, seq: z.int(), savedAt: epochMs });
export const upload = z.strictObject({ upload: entityId });
