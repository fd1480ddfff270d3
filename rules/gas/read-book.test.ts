import { expect, test } from 'vitest';
import { bookRemarks } from './check-patterns.ts';
import { readBook } from './read-book.ts';
import { bookHeads } from './read-book.words.ts';

const rows = (text: string) => text.split('\n').map((line) => line.split(','));
const read = (text: string) => readBook(rows(text), bookHeads);

test('a book is read by the heads of its columns, wherever its table begins', () => {
  const book = read(`瓦斯检查手册
日期,班次,时间,检查地点,CH4%,CO2%,检查员
2026-11-20,早班,08:10,15103工作面,0.32,0.10,张三
2026-11-20,早班,８：２５,15105掘进面,0.28%,—,张三`);
  expect(book?.unread).toEqual([]);
  const [one, two] = book?.entries ?? [];
  expect(one).toMatchObject({ row: 3, place: '15103工作面', by: '张三', ch4_pct: '0.32', co2_pct: '0.10' });
  expect(two).toMatchObject({ row: 4, ch4_pct: '0.28', co2_pct: null });
  expect((two?.minute ?? 0) - (one?.minute ?? 0)).toBe(15);
});

test('a row that cannot be read is named and nothing is made of it', () => {
  const book = read(`时间,地点,甲烷
2026/11/20 8:10,甲,0.3
看不清,乙,0.3
2026/11/20 9:10,丙,
2026年11月20日10时10分,丁,0.31`);
  expect(book?.unread).toEqual([3, 4]);
  expect(book?.entries.map(({ place }) => place)).toEqual(['甲', '丁']);
});

test('a table without time, place or methane is no book', () => {
  expect(read('姓名,工号\n张三,7')).toBeNull();
  expect(read('')).toBeNull();
});

test('a book read with its remarks: one round copied for three days', () => {
  const day = (date: string) =>
    ['甲', '乙', '丙', '丁'].map(
      (place, at) => `${date},0${8 + Math.floor(at / 4)}:${at * 12 + 10},${place},0.3${at},张三`,
    );
  const book = read(
    ['日期,时间,地点,甲烷,检查人', ...['2026-11-20', '2026-11-21', '2026-11-22'].flatMap(day)].join('\n'),
  );
  expect(bookRemarks(book?.entries ?? [])).toMatchObject([{ kind: 'sameRound', by: '张三', length: 4 }]);
});

const heads: Readonly<
  Record<keyof typeof bookHeads, { readonly are: readonly string[]; readonly not: readonly string[] }>
> = {
  day: { are: ['日期', '检查年月日', 'Date', 'date of check'], not: ['update', '班次', '时间'] },
  time: { are: ['检查时间', '时刻', 'Time', 'time of check'], not: ['overtime', '日期'] },
  place: { are: ['检查地点', '位置', 'Place', 'the location'], not: ['workplace', '班次'] },
  by: {
    are: ['检查人', '检查员', '瓦检', '姓名', '签名', '签字', 'By', 'the Inspector'],
    not: ['standby', '签到', '检查'],
  },
  ch4: { are: ['甲烷', '瓦斯浓度', 'ch4%', 'CH4'], not: ['CO2', 'CO'] },
  co2: { are: ['二氧化碳', 'co2', 'CO2 %'], not: ['CO', 'CH4'] },
};

test.each(Object.entries(heads))('the heads that name the column of %s, and those that do not', (key, { are, not }) => {
  const word = bookHeads[key as keyof typeof bookHeads];
  expect(are.filter((head) => !word.test(head))).toEqual([]);
  expect(not.filter((head) => word.test(head))).toEqual([]);
});

const DAY_MIN = 1440;
const minuteAt = (iso: string, hour: number, minute: number) =>
  (Date.parse(iso) / 86_400_000) * DAY_MIN + hour * 60 + minute;
const one = (day: string, time: string, ch4 = '0.3', co2 = '0.1') => {
  const book = readBook(
    [
      ['日期', '时间', '地点', 'CH4', 'CO2'],
      [day, time, '甲', ch4, co2],
    ],
    bookHeads,
  );
  return book?.entries[0] ?? null;
};

test.each([
  ['2026-11-20', '08:10', minuteAt('2026-11-20', 8, 10)],
  ['2026/1/2', '8:5', minuteAt('2026-01-02', 8, 5)],
  ['2026.12.31', '23:59', minuteAt('2026-12-31', 23, 59)],
  ['2026年1月2日', '0时0分', minuteAt('2026-01-02', 0, 0)],
  ['', '2026年11月20日10时10分', minuteAt('2026-11-20', 10, 10)],
  ['126-11-20', '8:10', 8 * 60 + 10],
  ['2026-13-20', '8:10', 8 * 60 + 10],
  ['', '早8:10', 8 * 60 + 10],
])('%s %s is that minute', (day, time, minute) => {
  expect(one(day, time)?.minute).toBe(minute);
});

test.each(['24:00', '8:60', '108:10', '810', '八点', ''])('%s is no time of day', (time) => {
  expect(one('2026-11-20', time)).toBeNull();
});

test.each([
  ['0.3', '0.1', '0.3', '0.1'],
  [' 0.3 % ', '0.10%', '0.3', '0.10'],
  ['0.3', '', '0.3', null],
  ['0.3', '-', '0.3', null],
  ['0.3', '——', '0.3', null],
  ['0.3', '/', '0.3', null],
])('%s and %s are the amounts that are written', (ch4, co2, ch4_pct, co2_pct) => {
  expect(one('2026-11-20', '8:10', ch4, co2)).toMatchObject({ ch4_pct, co2_pct });
});

test.each([
  ['', '0.1'],
  ['-', '0.1'],
  ['多', '0.1'],
  ['%5', '0.1'],
  ['0.3', '少'],
  ['0.3', '-x'],
  ['0.3', 'x-'],
])('a row of %s and %s cannot be read', (ch4, co2) => {
  expect(one('2026-11-20', '8:10', ch4, co2)).toBeNull();
});

test('a row without a day is of the day before it in the book, and one without a place cannot be read', () => {
  const book = read(`日期,时间,地点,甲烷,检查人
2026-11-20,8:10,甲,0.3,张三
,9:10,乙,0.3,张三
,,,,
2026-11-20,9:20,,0.3,张三
2026-11-21,8:10,丙,0.3`);
  expect(book?.entries.map(({ minute }) => minute)).toEqual([
    minuteAt('2026-11-20', 8, 10),
    minuteAt('2026-11-20', 9, 10),
    minuteAt('2026-11-21', 8, 10),
  ]);
  expect(book?.entries.map(({ row, by }) => [row, by])).toEqual([
    [2, '张三'],
    [3, '张三'],
    [6, ''],
  ]);
  expect(book?.unread).toEqual([5]);
});

test('the head stands within the first twenty rows', () => {
  const under = (rowsBefore: number) =>
    readBook(
      [...Array.from({ length: rowsBefore }, () => ['手册']), ['时间', '地点', '甲烷'], ['8:10', '甲', '0.3']],
      bookHeads,
    );
  expect(under(19)?.entries).toHaveLength(1);
  expect(under(20)).toBeNull();
});
