import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const gasChecksWords = {
  'gas.checks.frequency': {
    question: { zh: '每班检查瓦斯的次数够？', en: 'Enough gas checks a shift?' },
    title: { zh: '每班检查次数', en: 'Checks a shift' },
    condition: null,
  },
  'gas.checks.fence': {
    question: { zh: '停风地点栅栏外每天至少检查一次？', en: 'Is the fence of a stopped place checked every day?' },
    title: { zh: '栅栏外检查', en: 'Checks at fences' },
    condition: { zh: '有停风地点时', en: 'Where a place is stopped' },
  },
  'gas.checks.seal': {
    question: { zh: '密闭外每周至少检查一次？', en: 'Is the outside of each seal checked every week?' },
    title: { zh: '密闭外检查', en: 'Checks at seals' },
    condition: { zh: '有密闭时', en: 'Where there are seals' },
  },
  'gas.checks.board': {
    question: { zh: '现场牌板、记录簿和瓦斯日报对得上？', en: 'Do board, shift book and daily report agree?' },
    title: { zh: '牌板与记录', en: 'Board and book' },
    condition: null,
  },
  'gas.checks.daily-report': {
    question: { zh: '瓦斯日报由矿长、总工程师审阅？', en: 'Is the daily report read by mine head and chief engineer?' },
    title: { zh: '瓦斯日报', en: 'Daily report' },
    condition: null,
  },
  'gas.checks.records': {
    question: {
      zh: '检查记录没有空班漏检、假检的情形？',
      en: 'Are the check records free of missed and invented checks?',
    },
    title: { zh: '漏检假检', en: 'Missed, invented' },
    condition: null,
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
