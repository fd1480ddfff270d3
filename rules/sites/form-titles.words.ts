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
