import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const zonesWords = {
  'water.zones.divided': {
    question: { zh: '三区划分并审批？', en: 'Zones drawn and approved?' },
    title: { zh: '三区划分', en: 'Zones drawn' },
    condition: null,
  },
  'water.zones.face-inside-mineable': {
    question: { zh: '采掘活动全部在可采区？', en: 'All work inside mineable zone?' },
    title: { zh: '在可采区内', en: 'Inside mineable zone' },
    condition: null,
  },
  'water.zones.coefficient': {
    question: { zh: '突水系数不超限？', en: 'T within limits?' },
    title: { zh: '突水系数', en: 'Inrush coefficient' },
    condition: { zh: '带压开采时', en: 'Mining under pressure' },
  },
  'water.zones.change-evidence': {
    question: { zh: '缓采转可采有治理与论证？', en: 'Change of zone has evidence?' },
    title: { zh: '分区变更依据', en: 'Zone change evidence' },
    condition: { zh: '有分区变更时', en: 'Where a zone was changed' },
  },
  'water.zones.type-current': {
    question: { zh: '水文地质类型3年内修订、取最高？', en: 'Type renewed within 3 years, worst row?' },
    title: { zh: '类型划分时限', en: 'Type renewed' },
    condition: null,
  },
  'water.zones.pillars': {
    question: { zh: '防隔水煤柱未擅自开采、宽度够？', en: 'Pillars whole and wide?' },
    title: { zh: '防隔水煤柱', en: 'Barrier pillars' },
    condition: null,
  },
  'water.zones.old-mines': {
    question: { zh: '周边老空、老窑查明并上图？', en: 'Old workings known and mapped?' },
    title: { zh: '老空老窑', en: 'Old workings' },
    condition: null,
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
