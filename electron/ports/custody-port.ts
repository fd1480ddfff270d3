import { z } from 'zod';
import { definePort } from './define-port.ts';

/**
 * Between host and recorder, never with a screen: what the host keeps in its memory while a record is unlocked, so that a
 * recorder that died goes on without a new passphrase. Locking takes the secret back.
 */
export const custodyPort = definePort({
  name: 'custody',
  methods: {
    'custody/resume': { ask: z.strictObject({ secret: z.base64() }), reply: z.strictObject({}) },
    /** Seals and closes before the host goes. */
    'custody/close': { ask: z.strictObject({}), reply: z.strictObject({}) },
  },
  news: {
    secret: z.strictObject({ secret: z.base64().nullable() }),
  },
});
