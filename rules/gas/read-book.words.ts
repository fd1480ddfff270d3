import type { HeadWords } from './read-book.ts';

/** How mines head the columns of a shift book. */
export const bookHeads: HeadWords = {
  day: /日期|年月日|^date/i,
  time: /时间|时刻|^time/i,
  place: /地点|位置|^place|location/i,
  by: /检查人|检查员|瓦检|姓名|签[名字]|^by|inspector/i,
  ch4: /甲烷|瓦斯|CH4/i,
  co2: /二氧化碳|CO2/i,
};
