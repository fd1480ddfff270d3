import type { Words } from '../words.ts';

/** Faults of judging: a rule or its facts are not usable. An undecidable case is a verdict `unknown`, not a fault. */
export const ruleFaultWords = {
  unknown_rule: { zh: '没有这条规则：{rule}。', en: 'There is no rule {rule}.' },
  bad_facts: {
    zh: '填的内容不能用：{path}。答案没有改动，请改正后再填。',
    en: 'The facts cannot be used: {path}. The answer is unchanged; correct it and enter again.',
  },
  unknown_entry: {
    zh: '{document}里没有“{entry}”这一条，条文号没有记下',
    en: '{document} has no entry {entry}, the article was not recorded',
  },
  article_known: {
    zh: '{document}的这一条已有条文号{article}，不用再填',
    en: 'The article of this entry of {document} is known: {article}',
  },
  bad_pack: {
    zh: '规则包不合格式：{path}。没有载入，仍用原来的。',
    en: 'The rule pack is malformed: {path}. It was not loaded; the old one stays in use.',
  },
  book_no_columns: {
    zh: '没认出检查记录的表头。要有时间、地点和甲烷三列，什么都没有记下。',
    en: 'No head of a shift book was found. It needs columns of time, place and methane; nothing was kept.',
  },
  no_inspection_of_mine: {
    zh: '{mine}没有正在做的检查，隐患没有地方记。评判没有变化，先在“今日”开一次检查。',
    en: 'No inspection of {mine} is open, so the finding has nowhere to go. Nothing changed; open one in Today first.',
  },
} as const satisfies Record<string, Words>;
