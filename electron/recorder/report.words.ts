import type { Group } from '../../rules/checklist/item.ts';
import type { Words } from '../../vocabulary/words.ts';

/** Titles of the checklist's groups as the record of an inspection prints them. */
export const groupTitles: Readonly<Record<Group, Words>> = {
  people: { zh: '三专 · 专业技术人员', en: 'Specialists' },
  team: { zh: '三专 · 专门队伍', en: 'Dedicated team' },
  equipment: { zh: '三专 · 专用设备', en: 'Dedicated equipment' },
  exploration: { zh: '两探 · 物探和钻探', en: 'Geophysics and drilling' },
  withdrawal: { zh: '一撤 · 撤人', en: 'Withdrawal' },
  zones: { zh: '三区管理', en: 'Three zones' },
  drainage: { zh: '排水系统', en: 'Drainage' },
  air: { zh: '瓦斯 · 地点气体', en: 'Gas by place' },
  fan: { zh: '瓦斯 · 局部通风', en: 'Local fans' },
  sensors: { zh: '瓦斯 · 甲烷传感器', en: 'Methane sensors' },
  checks: { zh: '瓦斯 · 瓦斯检查', en: 'Gas checks' },
  instruments: { zh: '瓦斯 · 便携仪器', en: 'Portable instruments' },
};

/** States of a finding. */
export const findingStates: Readonly<Record<string, Words>> = {
  raised: { zh: '已记录，待下达', en: 'Recorded, no order yet' },
};
