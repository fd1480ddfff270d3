import type { Words } from '../vocabulary/words.ts';

/** Names of the settings that several drivers share. */
export const settingWords = {
  gas: { zh: '气体', en: 'Gas' },
  unit: { zh: '单位（用标气或说明书确认）', en: 'Unit (confirm by test gas or data sheet)' },
  scale: { zh: '每个计数是多少（按说明书）', en: 'Amount per count (from the data sheet)' },
  fullScale: { zh: '量程上限', en: 'Full scale' },
  lelBasis: { zh: '%LEL按哪个标准（看铭牌）', en: 'Standard behind %LEL (from the label)' },
  slave: { zh: '站号', en: 'Slave number' },
  timeoutMs: { zh: '应答时限（毫秒）', en: 'Answer time-out (ms)' },
  warmupMs: { zh: '开机等待（毫秒）', en: 'Start-up hold (ms)' },
  baud: { zh: '波特率', en: 'Baud rate' },
  dataBits: { zh: '数据位', en: 'Data bits' },
  parity: { zh: '校验位', en: 'Parity' },
  stopBits: { zh: '停止位', en: 'Stop bits' },
  mode: { zh: '自动发送还是查询', en: 'Sends by itself or is asked' },
} as const satisfies Record<string, Words>;
