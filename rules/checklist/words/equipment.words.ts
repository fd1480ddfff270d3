import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const equipmentWords = {
  'water.equipment.dedicated-rigs': {
    question: { zh: '是否配齐专用探放水钻机？', en: 'Dedicated rigs enough?' },
    title: { zh: '专用钻机', en: 'Dedicated rigs' },
    condition: null,
  },
  'water.equipment.no-coal-drill': {
    question: { zh: '是否用煤电钻等非专用设备探水？', en: 'Any non-dedicated drill used?' },
    title: { zh: '禁用煤电钻', en: 'No coal drill' },
    condition: null,
  },
  'water.equipment.safety-mark': {
    question: { zh: '钻机和管件有煤安标志？', en: 'Safety marks?' },
    title: { zh: '煤安标志', en: 'Safety marks' },
    condition: null,
  },
  'water.equipment.geophysics-set': {
    question: { zh: '物探仪器配备、检定、人员会用？', en: 'Geophysics set, verified, skilled?' },
    title: { zh: '物探仪器', en: 'Geophysics set' },
    condition: { zh: '自有或委托', en: 'Own or by contract' },
  },
  'water.equipment.gas-tests': {
    question: { zh: '孔口瓦斯、硫化氢检测仪在有效期？', en: 'Gas testers at the hole valid?' },
    title: { zh: '孔口气体检测仪', en: 'Gas testers' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
  'water.equipment.rescue-stock': {
    question: { zh: '抢险排水设备与物资储备够？', en: 'Rescue pumps and stock?' },
    title: { zh: '抢险设备物资', en: 'Rescue stock' },
    condition: null,
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
