import type { Words } from '../../vocabulary/words.ts';

/** Names of the driver and its own settings. */
export const ir400Words = {
  title: { zh: 'General Monitors IR400 红外可燃气', en: 'General Monitors IR400 infrared' },
  fullScale: { zh: '满量程（仪器自己的单位，空着只给 %FS）', en: 'Full scale (in its own unit; empty gives %FS only)' },
  log: { zh: '读出存储的记录', en: 'Read the stored events' },
} as const satisfies Record<string, Words>;
