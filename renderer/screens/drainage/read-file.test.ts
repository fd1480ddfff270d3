import { expect, test } from 'vitest';
import { blankTable } from '../../../rules/assessment/table/blank-table.ts';
import { csvOf, readTableFile, workbookOf } from './read-file.ts';

const context = { mine: '青石沟煤矿', year: 2026, quarter: 4 };

/** The blank table with one unit in it, as a clerk would fill it. */
const filled = blankTable('zh', 2026, 4).map((row, at) =>
  at === 2
    ? [
        '',
        '15103 综采工作面',
        '预抽单元2',
        '2026年10月',
        ...(blankTable('zh', 2026, 4)[1] ?? []).slice(4).map(valueFor),
      ]
    : row,
);
function valueFor(heading: string): string {
  if (heading.startsWith('残余瓦斯压力')) return '０．５０';
  return heading.startsWith('日产量') ? '约6500' : '';
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

test.each(['workbook', 'text'] as const)('the blank table filled in is read back from a %s', async (kind) => {
  const blob = kind === 'workbook' ? await workbookOf(filled, '月报') : new Blob([csvOf(filled)]);
  const read = await readTableFile(await bytesOf(blob), context);
  if (read.is !== 'table') throw new Error(read.why);
  expect(read.table.units).toMatchObject([{ mine: '青石沟煤矿', name: '预抽单元2', year: 2026, quarter: 4 }]);
  expect(read.table.units[0]?.figures.map(({ field, value }) => [field, value])).toEqual([
    ['residualPressure_MPa', '0.50'],
  ]);
  expect(read.table.troubles.map(({ kind: what, text }) => [what, text])).toEqual([['bad', '约6500']]);
});

test('a file that is no table says so', async () => {
  const text = (words: string) => new TextEncoder().encode(words);
  expect(await readTableFile(text('a,b\n1,2\n'), context)).toEqual({ is: 'refused', why: 'noHeader' });
  expect(await readTableFile(text('PK broken'), context)).toEqual({ is: 'refused', why: 'unreadable' });
});
