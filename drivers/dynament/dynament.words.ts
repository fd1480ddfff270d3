import type { Words } from '../../vocabulary/words.ts';

/** Name of the driver. */
export const dynamentWords = {
  title: { zh: 'Dynament / Status Scientific 红外探头', en: 'Dynament / Status Scientific infrared head' },
} as const satisfies Record<string, Words>;
