import type { ChainKind, ChainStep, DrainageAreaType } from '../../vocabulary/area.ts';

/** Words of the tables of gas areas in report.html. */
export const areaTypeWords = {
  planning: '规划区',
  preparation: '准备区',
  production: '生产区',
} as const satisfies Record<DrainageAreaType, string>;

export const chainWords = {
  regional: '区域四位一体',
  local: '局部四位一体',
} as const satisfies Record<ChainKind, string>;

export const chainStepWords = {
  prediction: '突出危险性预测',
  measures: '防突措施',
  effectCheck: '措施效果检验',
  verification: '区域验证',
  protection: '安全防护措施',
} as const satisfies Record<ChainStep, string>;

export const gasAreaLabels = {
  areas: '三区联动',
  chains: '两个四位一体',
  units: '抽采达标评判',
  area: '区域',
  now: '现为',
  figures: '含量、压力、抽采量',
  papers: '资料',
  handovers: '移交',
  original: '原始含量{content}、压力{pressure}',
  residual: '残余含量{content}、压力{pressure}',
  drained: '累计抽采{all}，本月{month}',
  holes: '地面井{wells}，钻孔{metres}',
  seam: '{seam}煤层',
  handover: '{from}→{to}　{date}　指标{index}{criterion}',
  index: { met: '达到', notMet: '没有达到', notGiven: '没有给出' },
  notGiven: '未给出',
  chain: '区域或工作面',
  steps: '各步',
  indices: '突出指标',
  verdict: '判定',
  step: '{step}：{result}（{date}，{by}）',
  stepMissing: '{step}：没有记录',
  indexLine: '{date}　{where}：',
  unit: '单元',
  quarter: '季度',
  result: '结论',
  noResult: '还没有记下结论',
  by: '{author}　{time}',
  disputed: '两台平板记的不一样，待裁定',
} as const;
