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
