import type { Words } from '../vocabulary/words.ts';

/** What the workings say beside their signs. */
export const workingWords = {
  noRow: { zh: '表中无限值', en: 'no limit in the table' },
  noDay: { zh: '无日期', en: 'no date' },
} as const satisfies Record<string, Words>;

/** How figures are rounded; said once under the lines. */
export const roundingWords: Words = {
  zh: '结果四舍五入到{decimals}位小数显示；代入和比较都用全部位数',
  en: 'Results are shown to {decimals} decimals, half up; every digit is put in and compared',
};
