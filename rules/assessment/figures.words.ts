import type { Words } from '../../vocabulary/words.ts';

/** What the figures of a verdict are called. */
export const figureWords = {
  running: { zh: '运行泵', en: 'Running pumps' },
  spare: { zh: '备用泵', en: 'Spare pump' },
  suction: { zh: '孔口负压', en: 'Hole suction' },
  eta: { zh: '预抽时间差异系数', en: 'Drainage time difference' },
  points: { zh: '测点', en: 'Test points' },
  reserve: { zh: '单元煤炭储量', en: 'Coal of the unit' },
  content: { zh: '残余瓦斯含量', en: 'Residual content' },
  desorbable: { zh: '可解吸瓦斯量', en: 'Desorbable content' },
  pressure: { zh: '残余瓦斯压力', en: 'Residual pressure' },
  rate: { zh: '抽采率', en: 'Drainage rate' },
  airSpeed: { zh: '风速', en: 'Air speed' },
  methane: { zh: '回风甲烷', en: 'Return methane' },
} as const satisfies Readonly<Record<string, Words>>;
