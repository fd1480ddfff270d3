import { z } from 'zod';
import { epochMs } from '../../vocabulary/time.ts';
import { definePort } from './define-port.ts';

/** Between the screens and the host that keeps the processes alive. */
export const hostPort = definePort({
  name: 'host',
  methods: {
    'host/about': {
      ask: z.strictObject({}),
      reply: z.strictObject({
        host: z.enum(['desktop', 'browser']),
        why: z.enum(['no-electron-runtime', 'chosen']).nullable(),
        version: z.string(),
        dataFolder: z.string(),
      }),
    },
    /** A folder chosen in a dialog of the desktop, null when cancelled or when the host has none. */
    'host/pick-folder': { ask: z.strictObject({}), reply: z.strictObject({ folder: z.string().nullable() }) },
  },
  news: {
    process: z.strictObject({
      process: z.enum(['recorder', 'listener']),
      state: z.enum(['up', 'restarted', 'down']),
      stoppedMs: z.int(),
      at: epochMs,
    }),
  },
});
