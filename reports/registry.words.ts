import type { Words } from '../vocabulary/words.ts';

/** Titles as lists and headings show them. */
export const documentTitles = {
  'inspection-html': { zh: '煤矿现场检查记录（随包副本）', en: 'On-site inspection record (copy in the bundle)' },
  'withdrawal-order': { zh: '撤出作业人员命令书', en: 'Withdrawal order (撤出作业人员命令书)' },
  assessment: { zh: '煤矿瓦斯抽采达标评判报告', en: 'Gas drainage assessment report' },
  'verify-txt': { zh: '核验说明', en: 'How to verify this bundle' },
} as const satisfies Record<string, Words>;
