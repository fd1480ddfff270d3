import type { Words } from '../../vocabulary/words.ts';

/** Name of the driver. */
export const winsenWords = {
  title: { zh: '炜盛九字节模块（MH-Z、MH-44x、ZE07）', en: 'Winsen nine-byte modules (MH-Z, MH-44x, ZE07)' },
} as const satisfies Record<string, Words>;
