import type { ItemWords } from '../item.ts';

const stopped = { zh: '局部通风机停过风时', en: 'Where a local fan has stopped' };

/** Question, short title and condition of each item of this group. */
export const gasFanWords = {
  'gas.fan.restart': {
    question: {
      zh: '停风后，恢复送风前测过浓度、能人工开机？',
      en: 'After a stop, was the zone measured and may the fan be restarted by hand?',
    },
    title: { zh: '停风后恢复送风', en: 'Fan restart' },
    condition: stopped,
  },
  'gas.fan.discharge': {
    question: {
      zh: '排放瓦斯时，与全风压混合处不超过限值？',
      en: 'While discharging, is the mixing point within its limit?',
    },
    title: { zh: '排放混合处', en: 'Mixing point' },
    condition: { zh: '正在排放瓦斯时', en: 'While gas is being discharged' },
  },
  'gas.fan.discharge-plan': {
    question: {
      zh: '排放瓦斯有措施，停电撤人范围落实？',
      en: 'Is the discharge planned, power off and people out along its way?',
    },
    title: { zh: '排放瓦斯措施', en: 'Discharge plan' },
    condition: { zh: '正在或已经排放瓦斯时', en: 'Where gas is or was discharged' },
  },
  'gas.fan.fence': {
    question: {
      zh: '停风地点已停工、断电、撤人、设栅栏警标？',
      en: 'Is the stopped place without work, power and people, fenced and marked?',
    },
    title: { zh: '停风地点栅栏', en: 'Stopped place fenced' },
    condition: stopped,
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
