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
  not_stricter: {
    zh: '企业的{value} {unit}不比法规的{law} {unit}更严，没有记下',
    en: 'The figure {value} {unit} of the mine is not stricter than {law} {unit} of the law, it was not recorded',
  },
  pack_unsigned: {
    zh: '这个文件没有省里的签名，规则包没有装上',
    en: 'This file has no signature of the province, the rule pack was not taken',
  },
  pack_wrong_signer: {
    zh: '规则包由{signer}签名，不是省里的证书，没有装上',
    en: 'The rule pack is signed by {signer}, which is not the province, and was not taken',
  },
  pack_not_newer: {
    zh: '规则包是第{number}号，本机已有第{held}号，没有装上',
    en: 'The rule pack has number {number}, this machine holds {held}, it was not taken',
  },
  pack_changes_used: {
    zh: '规则包改动了已经用来判定的{pack}，没有装上；已用过的只能写明截止日',
    en: 'The rule pack changes {pack}, which has been used to judge; such an edition can only be ended',
  },
  pack_overlap: {
    zh: '{pack}和{other}的施行日期重叠，规则包没有装上',
    en: '{pack} and {other} are in force on the same days, the rule pack was not taken',
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
