import type { Words } from '../../vocabulary/words.ts';

/** Names of the driver and its settings. */
export const mhz9041aWords = {
  title: { zh: 'MH-Z9041A 激光甲烷', en: 'MH-Z9041A laser methane' },
  unit: { zh: '单位（用标气或说明书确认）', en: 'Unit (confirm by test gas or data sheet)' },
  warmupMs: { zh: '开机等待（毫秒）', en: 'Start-up hold (ms)' },
  baud: { zh: '波特率', en: 'Baud rate' },
} as const satisfies Record<string, Words>;
