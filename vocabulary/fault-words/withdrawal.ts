import type { Words } from '../words.ts';

/** Ordering people out, and the numbers of papers. */
export const withdrawalFaultWords = {
  people_missing: {
    zh: '还有{missing}人没有出来，不能记为全部撤出。命令和人数都已存，请继续清点。',
    en: '{missing} people are not out yet, so this cannot be recorded as cleared. Order and counts are saved; go on counting.',
  },
  people_not_counted: {
    zh: '撤离前和已撤出的人数还没有填全，不能记为全部撤出。命令已存，请先清点。',
    en: 'The people before and out are not both counted, so this cannot be recorded as cleared. The order is saved; count first.',
  },
  not_cleared: {
    zh: '人员还没有全部撤出，不能记恢复作业。命令仍然有效。',
    en: 'Not everyone is out, so work cannot be recorded as allowed again. The order stands.',
  },
  resume_not_checked: {
    zh: '恢复条件还有{open}项没有查，不能记恢复作业。命令仍然有效，请逐项查过再记。',
    en: '{open} conditions have not been looked at, so work cannot be recorded as allowed again. The order stands; check each first.',
  },
  no_numbers_left: {
    zh: '这台机器没有{series}的号可用，文书先用临时号，命令照样有效。请组长再分一段。',
    en: 'This device has no number of {series} left. The paper keeps its mark and the order is valid; ask the lead for more.',
  },
} as const satisfies Record<string, Words>;
