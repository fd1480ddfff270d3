import type { Words } from '../../vocabulary/words.ts';

/** Name of the driver. */
export const sgxInirWords = {
  title: { zh: 'SGX INIR 红外（仅供核对）', en: 'SGX INIR infrared (for checking only)' },
} as const satisfies Record<string, Words>;
