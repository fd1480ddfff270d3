import { expect, test } from 'vitest';
import { sayReason } from './say-reason.ts';

test.each([
  ['missing:lead_m', '缺超前距', 'Lead is missing'],
  ['quality:over_range', '超量程', 'over range'],
  ['lel-basis', '%LEL的换算标准没有确认', 'basis of %LEL not confirmed'],
  ['unit:ppm*m', '单位ppm*m不能换算', 'ppm*m cannot be converted'],
  ['no-pack', '检查当天没有生效的规则', 'no edition in force on the day'],
  ['something-new', 'something-new', 'something-new'],
])('%s is said in both languages', (reason, zh, en) => {
  expect(sayReason(reason)).toEqual({ zh, en });
});
