import type { ItemWords } from '../item.ts';

/** Question, short title and condition of each item of this group. */
export const withdrawalWords = {
  'water.withdrawal.system': {
    question: { zh: '有重大水患停产撤人制度？', en: 'Stop-and-withdraw system?' },
    title: { zh: '停产撤人制度', en: 'Withdrawal system' },
    condition: null,
  },
  'water.withdrawal.authority': {
    question: { zh: '调度员、安检员、带班、班组长有撤人权？', en: 'Rights given to 4 posts?' },
    title: { zh: '撤人权', en: 'Right to withdraw' },
    condition: null,
  },
  'water.withdrawal.signs-now': {
    question: { zh: '现场有无突水征兆？', en: 'Any sign of inrush now?' },
    title: { zh: '突水征兆', en: 'Signs of inrush' },
    condition: { zh: '每个工作面', en: 'Each face' },
  },
  'water.withdrawal.acted': {
    question: { zh: '出现征兆后是否撤出全部受威胁人员？', en: 'Was everyone withdrawn?' },
    title: { zh: '征兆后撤人', en: 'Withdrawn after a sign' },
    condition: { zh: '出现征兆后', en: 'After a sign' },
  },
  'water.withdrawal.cause-cleared': {
    question: { zh: '原因未清前未恢复作业？', en: 'No work before the cause was cleared?' },
    title: { zh: '查清再恢复', en: 'Cause cleared first' },
    condition: { zh: '出现征兆后', en: 'After a sign' },
  },
  'water.withdrawal.weather': {
    question: { zh: '极端天气按预警停产撤人？', en: 'Stopped and withdrew for weather?' },
    title: { zh: '极端天气撤人', en: 'Weather withdrawal' },
    condition: { zh: '发布预警后', en: 'After a warning' },
  },
  'water.withdrawal.rain-gauge': {
    question: { zh: '有雨量监测与预警接收？', en: 'Rain gauge and warnings received?' },
    title: { zh: '雨量监测', en: 'Rain gauge' },
    condition: { zh: '汛期', en: 'Rainy season' },
  },
  'water.withdrawal.routes': {
    question: { zh: '避水灾路线标识、向高处？', en: 'Escape routes marked, uphill?' },
    title: { zh: '避水灾路线', en: 'Escape routes' },
    condition: null,
  },
  'water.withdrawal.alarm': {
    question: { zh: '通信、人员位置、应急广播正常？', en: 'Phones, locating, broadcast work?' },
    title: { zh: '通信和广播', en: 'Phones and broadcast' },
    condition: null,
  },
  'water.withdrawal.below-hole': {
    question: {
      zh: '探放老空水时，孔口标高以下受威胁区域人员已全部撤出？',
      en: 'Everyone below the hole’s level out while goaf water is drained?',
    },
    title: { zh: '孔口以下撤人', en: 'Nobody below the hole' },
    condition: { zh: '探放老空水时', en: 'While draining goaf water' },
  },
  'water.withdrawal.drill': {
    question: { zh: '雨季前做水害演练？', en: 'Drill before rainy season?' },
    title: { zh: '水害演练', en: 'Water drill' },
    condition: { zh: '每年', en: 'Yearly' },
  },
  'water.withdrawal.patrol': {
    question: { zh: '汛期地表巡查记录？', en: 'Surface patrol records?' },
    title: { zh: '地表巡查', en: 'Surface patrol' },
    condition: { zh: '汛期', en: 'Rainy season' },
  },
} as const satisfies Readonly<Record<string, ItemWords>>;
