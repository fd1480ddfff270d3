import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const teamWords = {
  'water.team.dedicated': {
    question: { zh: '是否建立专门探放水作业队伍？', en: 'Dedicated probing team?' },
    title: { zh: '专门队伍', en: 'Dedicated team' },
    condition: null,
  },
  'water.team.certificates': {
    question: { zh: '探放水工是否全部持证？', en: 'All probers certificated?' },
    title: { zh: '探放水工持证', en: 'Certificates' },
    condition: null,
  },
  'water.team.separation': {
    question: { zh: '探放水与掘进队伍、工序是否分离？', en: 'Probing and driving separated?' },
    title: { zh: '探掘分离', en: 'Probing and driving apart' },
    condition: null,
  },
  'water.team.records': {
    question: { zh: '探放水原始记录现场填写、签字？', en: 'Field records filled and signed?' },
    title: { zh: '原始记录', en: 'Field records' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
  'water.team.site-leader': {
    question: { zh: '探放水时是否有人现场跟班？', en: 'A leader on site while probing?' },
    title: { zh: '现场跟班', en: 'Leader on site' },
    condition: { zh: '每次探放水', en: 'Each probe' },
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
