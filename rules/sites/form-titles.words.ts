import type { Words } from '../../vocabulary/words.ts';

/** The headings of the sub-forms. */
export const formTitles = {
  driving: { zh: '掘进', en: 'Driving' },
  surveys: { zh: '物探和钻探', en: 'Surveys and drilling' },
  target: { zh: '探什么', en: 'What is probed' },
  casing: { zh: '套管、闸阀和耐压试验', en: 'Casing, valve and pressure test' },
  design: { zh: '设计和放水', en: 'Design and release' },
  inflow: { zh: '涌水量', en: 'Inflow' },
  exits: { zh: '出口', en: 'Exits' },
  floor: { zh: '底板水', en: 'Floor water' },
} as const;

/** Labels for the head of a column. */
export const shortLabels: Readonly<Record<string, Words>> = {
  bearing_deg: { zh: '夹角', en: 'Angle' },
  dip_deg: { zh: '倾角', en: 'Dip' },
  designDepth_m: { zh: '设计', en: 'Design' },
  inflow_m3PerH: { zh: '出水', en: 'Outflow' },
  seenOnSite: { zh: '见孔', en: 'Seen' },
  towardsWater: { zh: '朝水', en: 'To water' },
  capacity_m3PerH: { zh: '能力', en: 'Capacity' },
  totalVolume_m3: { zh: '总容量', en: 'Total' },
  effectiveVolume_m3: { zh: '有效', en: 'Effective' },
  normalInflow_m3PerH: { zh: '采区涌水', en: 'District inflow' },
  emptyVolume_m3: { zh: '空仓', en: 'Empty' },
};
