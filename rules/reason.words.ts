import type { Words } from '../vocabulary/words.ts';

/** Whole reasons of `unknown`; `missing:` and `quality:` are said by `say-reason.ts`. */
export const reasonWords: Readonly<Record<string, Words>> = {
  'no-pack': { zh: '检查当天没有生效的规则', en: 'no edition in force on the day' },
  'evidence-missing': { zh: '缺凭据', en: 'evidence missing' },
  'lel-basis': { zh: '%LEL的换算标准没有确认', en: 'basis of %LEL not confirmed' },
  inspector: { zh: '由检查人员判断', en: 'left to the inspector' },
  'no-emission': { zh: '没有瓦斯涌出', en: 'no emission' },
  'invalid-date': { zh: '日期不对', en: 'dates do not fit' },
  'out-of-range': { zh: '超出测量范围', en: 'outside the range' },
  'not-assessed': { zh: '没有测定', en: 'not measured' },
  'comprehensive-judgement': { zh: '要综合判定', en: 'needs overall judgement' },
  'no-probers': { zh: '没有探放水工', en: 'no probers' },
  'suction-not-below-local-pressure': { zh: '负压不小于当地气压', en: 'suction not below local pressure' },
  'minimum-above-maximum': { zh: '最小值大于最大值', en: 'minimum above maximum' },
};

export const qualityWords: Readonly<Record<string, Words>> = {
  warmup: { zh: '仪器预热', en: 'warming up' },
  calibrating: { zh: '仪器校准中', en: 'calibrating' },
  fault: { zh: '仪器故障', en: 'instrument fault' },
  over_range: { zh: '超量程', en: 'over range' },
  under_range: { zh: '低于量程', en: 'under range' },
  invalid: { zh: '读数无效', en: 'invalid reading' },
  missing: { zh: '没有读数', en: 'no reading' },
  stale: { zh: '数据过时', en: 'stale' },
};

export const reasonFrames = {
  missing: { zh: '缺{what}', en: '{what} is missing' },
  unit: { zh: '单位{what}不能换算', en: '{what} cannot be converted' },
} as const satisfies Readonly<Record<string, Words>>;
