import type { Words } from '../../vocabulary/words.ts';

/** Name of the driver. */
export const cubicSjhWords = {
  title: { zh: '四方光电 SJH 甲烷模块', en: 'Cubic SJH methane module' },
} as const satisfies Record<string, Words>;
