import type { Gas } from '../../vocabulary/gas.ts';
import type { NotMeasured } from '../../vocabulary/reading.ts';

// Words that stand in instrument logs, as their makers write them (protocol rules for files, aliases and marks).
// All are compared without case, spaces and full-width forms.

export type ColumnRole = 'time' | 'date' | 'clock' | 'temperature' | 'place' | 'device' | 'state' | 'unit';

export const roleAliases: Readonly<Record<ColumnRole, readonly string[]>> = {
  time: ['时间', '日期时间', '采集时间', '记录时间', 'date/time', 'timestamp', 'datetime'],
  date: ['日期', 'date'],
  clock: ['时刻', 'time'],
  temperature: ['温度', 'temperature'],
  place: ['地点', '测点', '位置', 'location'],
  device: ['仪器编号', '设备号', '编号', 's/n', 'serial'],
  state: ['状态', 'status', 'alarm', '报警'],
  unit: ['单位', 'unit'],
};

/** LEL and 可燃气 are combustible gas, and no methane until the user says so. */
export const gasAliases: Readonly<Partial<Record<Gas, readonly string[]>>> = {
  CH4: ['甲烷', '瓦斯', '沼气', 'ch4', 'methane'],
  COMB: ['lel', '可燃气体', '可燃气', 'comb'],
  CO: ['一氧化碳', 'co'],
  O2: ['氧气', '氧', 'o2'],
  CO2: ['二氧化碳', 'co2'],
  H2S: ['硫化氢', 'h2s'],
  SO2: ['二氧化硫', 'so2'],
  NO2: ['二氧化氮', 'no2'],
};

/** What stands where a number should. */
export const cellMarks: Readonly<Partial<Record<NotMeasured, readonly string[]>>> = {
  missing: ['', '-', '--', '---', '----', '****', 'n/a'],
  fault: ['ffff', 'fault', '故障'],
  over_range: ['ol', 'or', '超量程', '+++'],
  calibrating: ['test', '标校', 'cal'],
  warmup: ['预热', 'warm'],
};

/** Words of a state column, anywhere in it: makers write them with an ending or beside a gas. */
export const stateWords: readonly (readonly [NotMeasured, RegExp])[] = [
  ['fault', /(?<![无未非])(?:故障|失效|错误)|(?<!no |not )\b(?:fault|fail|error)/],
  ['calibrating', /(?<![无未非已])(?:标校|标定|校准|调校|调零|自检)|\b(?:cal|calibrat\w*|self-?test|test|zeroing)\b/],
  ['warmup', /(?<![无未非])预热|\bwarm(?:ing|-|\s)?(?:up)?\b/],
  ['over_range', /超量程|满量程|\+\+\+|\bover-?\s?range\b|\b(?:ol|or)\b/],
];
export const alarmWord = /(?<![无未非])报警|[低高]报|(?<!no |not )alarm/;
export const quietMarks: readonly string[] = ['', '正常', 'ok', 'normal', '-', '--', '无故障', '无报警', '无'];

/** `2026年3月5日` and `14时22分31秒` with the separators of the other forms. */
export const withPlainSeparators = (text: string): string =>
  text
    .replace(/(\d)\s*[年月]\s*(?=\d)/g, '$1-')
    .replace(/日/g, ' ')
    .replace(/(\d)\s*[时分]\s*(?=\d)/g, '$1:')
    .replace(/[时分秒]/g, '')
    .trim();

/** What may stand between a gas and its unit: `甲烷浓度(%)`. */
export const amountWord = /^(?:浓度|含量)/;
