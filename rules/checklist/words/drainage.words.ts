import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const drainageWords = {
  'water.drainage.pumps': {
    question: { zh: '工作、备用、检修水泵能力够？', en: 'Pumps enough?' },
    title: { zh: '水泵能力', en: 'Pump capacity' },
    condition: null,
  },
  'water.drainage.sump': {
    question: { zh: '主要水仓有效容量够？', en: 'Main sump enough?' },
    title: { zh: '水仓容量', en: 'Sump volume' },
    condition: null,
  },
  'water.drainage.sump-empty': {
    question: { zh: '空仓容量≥50%？', en: 'Half kept empty?' },
    title: { zh: '空仓容量', en: 'Sump kept empty' },
    condition: null,
  },
  'water.drainage.exits': {
    question: { zh: '泵房2个出口、斜巷高出≥7 m？', en: 'Pump room exits?' },
    title: { zh: '泵房出口', en: 'Pump room exits' },
    condition: null,
  },
  'water.drainage.joint-test': {
    question: { zh: '雨季前联合排水试验？', en: 'Joint test before rainy season?' },
    title: { zh: '联合排水试验', en: 'Joint test' },
    condition: { zh: '每年', en: 'Yearly' },
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
