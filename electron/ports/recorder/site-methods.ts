import { z } from 'zod';
import { entityId, inspectionId } from '../../../vocabulary/ids.ts';
import type { Methods } from '../define-port.ts';
import { partDraft, siteDraft } from '../site-models.ts';
import { saved } from '../wire-models.ts';

/** What is entered once of a place of an inspection. Faults: not_found, bad_facts with the key of the field. */
export const siteMethods = {
  'site/put': { ask: z.strictObject({ inspectionId, ...siteDraft }), reply: saved },
  'site/put-part': { ask: z.strictObject({ inspectionId, ...partDraft }), reply: saved.extend({ partId: entityId }) },
  'site/remove-part': { ask: z.strictObject({ inspectionId, partId: entityId }), reply: saved },
} satisfies Methods;
