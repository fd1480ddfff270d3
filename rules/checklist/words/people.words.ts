import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const peopleWords = {
  'water.people.first-responsible': {
    question: {
      zh: '主要负责人、总工程师防治水职责是否以文件明确？',
      en: 'Are the main head’s and chief engineer’s water duties fixed in writing?',
    },
    title: { zh: '职责文件', en: 'Duties in writing' },
    condition: null,
  },
  'water.people.specialist-count': {
    question: { zh: '防治水专业技术人员人数是否够？', en: 'Enough water specialists?' },
    title: { zh: '专业人员人数', en: 'Specialists' },
    condition: null,
  },
  'water.people.specialist-qualification': {
    question: { zh: '专业学历与工作经历是否符合？', en: 'Schooling and experience right?' },
    title: { zh: '专业人员资格', en: 'Qualification' },
    condition: null,
  },
  'water.people.training': {
    question: { zh: '近3年是否至少培训1次？', en: 'Trained in the last 3 years?' },
    title: { zh: '防治水培训', en: 'Training' },
    condition: null,
  },
  'water.people.deputy-chief': {
    question: { zh: '是否配备防治水副总工程师？', en: 'Water deputy chief engineer?' },
    title: { zh: '防治水副总', en: 'Deputy chief engineer' },
    condition: { zh: '复杂、极复杂类型', en: 'Complex or extreme type' },
  },
  'water.people.institution': {
    question: { zh: '是否设立专门防治水机构？', en: 'Special water institution?' },
    title: { zh: '防治水机构', en: 'Institution' },
    condition: { zh: '复杂、极复杂类型', en: 'Complex or extreme type' },
  },
  'water.people.systems': {
    question: { zh: '七项防治水制度是否齐全？', en: 'Seven systems in place?' },
    title: { zh: '七项制度', en: 'Seven systems' },
    condition: null,
  },
  'water.people.plan': {
    question: { zh: '中长期规划和年度计划是否编制并落实？', en: 'Long-term and yearly plan made and done?' },
    title: { zh: '规划和年度计划', en: 'Plans' },
    condition: null,
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
