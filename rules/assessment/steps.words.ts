import type { Words } from '../../vocabulary/words.ts';

/** The steps of an assessment in the order of 163号. */
export const stepWords = {
  required: { zh: '应抽条件', en: 'Who must drain' },
  base: { zh: '基础条件1–8', en: 'Base conditions 1–8' },
  pump: { zh: '泵能力与负压', en: 'Pumps and suction' },
  layout: { zh: '布孔均匀η', en: 'Layout and evenness η' },
  residual: { zh: '残余瓦斯含量', en: 'Residual content' },
  desorbable: { zh: '可解吸瓦斯量', en: 'Desorbable content' },
  outburst: { zh: '突出指标', en: 'Outburst indices' },
  faceRate: { zh: '工作面抽采率', en: 'Face drainage rate' },
  air: { zh: '风速与回风CH₄', en: 'Air speed and return CH₄' },
  mineRate: { zh: '矿井抽采率', en: 'Mine drainage rate' },
} as const satisfies Readonly<Record<string, Words>>;

export type StepId = keyof typeof stepWords;

/** What is judged or computed within a step, where a step has more than one. */
export const subWords = {
  required: { zh: '是否必须抽采', en: 'Must the mine drain' },
  base: { zh: '基础条件', en: 'Base conditions' },
  pump: { zh: '抽采泵能力', en: 'Pump capacity' },
  suction: { zh: '孔口负压', en: 'Hole suction' },
  uniformity: { zh: '预抽时间差异系数', en: 'Drainage time difference' },
  points: { zh: '效果检验测点数', en: 'Test points' },
  reserve: { zh: '单元煤炭储量', en: 'Coal of the unit' },
  balance: { zh: '残余含量（储量法）', en: 'Content by balance' },
  pressure: { zh: '残余含量（压力法）', en: 'Content by pressure' },
  desorbable: { zh: '可解吸瓦斯量', en: 'Desorbable content' },
  outburst: { zh: '残余压力和含量', en: 'Residual pressure and content' },
  faceRate: { zh: '工作面抽采率', en: 'Face drainage rate' },
  air: { zh: '风速与回风瓦斯', en: 'Air speed and return methane' },
  mineRate: { zh: '矿井抽采率', en: 'Mine drainage rate' },
} as const satisfies Readonly<Record<string, Words>>;

export type SubId = keyof typeof subWords;
