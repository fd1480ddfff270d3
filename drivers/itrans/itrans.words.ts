import type { Words } from '../../vocabulary/words.ts';

/** Names of the driver and its settings. */
export const itransWords = {
  title: { zh: 'iTrans 固定式探测器（Modbus）', en: 'iTrans fixed detector (Modbus)' },
  gas: { zh: '气体', en: 'Gas' },
  unit: { zh: '单位', en: 'Unit' },
  slave: { zh: '站号', en: 'Slave number' },
  sensor: { zh: '第几路传感器', en: 'Sensor' },
  timeoutMs: { zh: '应答时限（毫秒）', en: 'Answer time-out (ms)' },
  baud: { zh: '波特率', en: 'Baud rate' },
} as const satisfies Record<string, Words>;
