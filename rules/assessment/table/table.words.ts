import type { Words } from '../../../vocabulary/words.ts';

/** What the columns that name a unit are called in the tables of mines; the first of each is our own. */
export const headNames = {
  mine: ['矿井', '煤矿', '矿名', '矿井名称', '煤矿名称', 'mine'],
  face: ['工作面', '采煤工作面', '工作面名称', '采掘工作面', 'face'],
  unit: ['单元', '评判单元', '评价单元', '抽采单元', '预抽单元', '单元名称', 'unit'],
  period: ['季度', '月份', '年月', '期间', '评判季度', '时间', 'quarter', 'month', 'period'],
} as const;

/** Further columns of a table with one test point a row. */
export const pointHeadNames = {
  point: ['测点', '测点号', '测点编号', '测点序号', 'point', 'pointno'],
  place: ['位置', '测点位置', '地点', '测定地点', 'place'],
  at: ['距起点', '距离', '里程', '距起点距离', '测点距离', 'distance'],
  date: ['测定日期', '日期', '测试日期', 'date'],
  content: ['残余含量', '残余瓦斯含量', '含量', '瓦斯含量', 'residualcontent', 'content'],
  pressure: ['残余压力', '压力', '瓦斯压力', 'residualpressure', 'pressure'],
} as const;

/** Rows that sum others up are no unit. */
export const SUM_ROW = /^(合计|小计|总计|平均|累计|total|mean)$/i;

export const yesWords: readonly string[] = ['是', '有', '符合', '合格', '√', '✓', 'y', 'yes', 'true', '1'];
export const noWords: readonly string[] = ['否', '无', '没有', '不符合', '不合格', '×', '✗', 'n', 'no', 'false', '0'];

/** A quarter or a month as mines write it; the month decides the quarter. */
export const PERIODS = {
  quarter: /(\d{4})\D{0,3}?(?:第?\s*([1-4一二三四])\s*季|[Qq]\s*([1-4]))/,
  month: /(\d{4})\s*(?:年|[-/.])\s*(1[0-2]|0?[1-9])(?!\d)/,
  digits: /^(\d{4})(0[1-9]|1[0-2])$/,
  chinese: '一二三四',
} as const;

/** How the blank sheet writes a quarter. */
export const periodText = (year: number, quarter: number): Words => ({
  zh: `${year}年第${quarter}季度`,
  en: `${year} Q${quarter}`,
});
