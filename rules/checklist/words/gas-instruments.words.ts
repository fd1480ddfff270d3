import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const gasInstrumentsWords = {
  'gas.instruments.carried': {
    question: {
      zh: '应携带便携甲烷仪的人都带着，且完好？',
      en: 'Does everyone who must carry a portable, and does it work?',
    },
    title: { zh: '便携仪携带', en: 'Portables carried' },
    condition: null,
  },
  'gas.instruments.inspector': {
    question: {
      zh: '瓦斯检查工带光干涉仪和便携甲烷仪？',
      en: 'Does the gas inspector carry interference detector and portable?',
    },
    title: { zh: '瓦检工仪器', en: 'Inspector’s own' },
    condition: null,
  },
  'gas.instruments.calibration': {
    question: { zh: '便携甲烷仪按期用标准气样调校？', en: 'Were the portables calibrated with test gas in time?' },
    title: { zh: '便携仪调校', en: 'Calibration' },
    condition: null,
  },
  'gas.instruments.certificate': {
    question: { zh: '抽查的仪器在检定有效期内？', en: 'Is the certificate of the instrument picked valid?' },
    title: { zh: '检定有效期', en: 'Certificate' },
    condition: null,
  },
  'gas.instruments.error': {
    question: {
      zh: '用标准气样抽查，示值误差不超过允许值？',
      en: 'Against test gas, is the error within what is allowed?',
    },
    title: { zh: '示值误差', en: 'Error' },
    condition: { zh: '用标准气样抽查时', en: 'Where it is tried with test gas' },
  },
  'gas.instruments.issue': {
    question: {
      zh: '便携仪由专人保管、检查、发放，不合格的不发？',
      en: 'Are portables kept, checked and issued by a person for it, unfit ones held back?',
    },
    title: { zh: '仪器发放', en: 'Issue' },
    condition: null,
  },
  'gas.instruments.test-gas': {
    question: {
      zh: '标准气样的证书和不确定度符合要求？',
      en: 'Are certificate and uncertainty of the test gas right?',
    },
    title: { zh: '标准气样', en: 'Test gas' },
    condition: { zh: '矿方自行调校时', en: 'Where the mine calibrates by itself' },
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
