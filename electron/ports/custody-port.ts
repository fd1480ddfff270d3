import { z } from 'zod';
import { epochMs } from '../../vocabulary/time.ts';
import { definePort } from './define-port.ts';

/**
 * Between the host and one of its processes, never with a screen: what a process leaves with the host, in the host's memory
 * only, so that it can go on when it died: the recorder the key of an unlocked record, the listener its running detectors.
 */
export const custodyPort = definePort({
  name: 'custody',
  methods: {
    'custody/resume': { ask: z.strictObject({ secret: z.base64(), diedAt: epochMs }), reply: z.strictObject({}) },
    /** Brings everything to rest before the host goes: the recorder seals and closes. */
    'custody/close': { ask: z.strictObject({}), reply: z.strictObject({}) },
  },
  news: {
    secret: z.strictObject({ secret: z.base64().nullable() }),
  },
});
