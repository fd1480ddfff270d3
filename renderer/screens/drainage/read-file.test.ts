import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { blankPoints, blankTable } from '../../../rules/assessment/table/blank-table.ts';
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

const [pointHead = []] = blankPoints('zh', 2026, 4);
/** The blank table of points, two of them of the same unit. */
const points = [
  pointHead,
  ['', '15103 综采工作面', '预抽单元2', '2026年10月', '1#', '回风巷', '30', '2026-10-12', '5.10', '0.42'],
  ['', '15103 综采工作面', '预抽单元2', '2026年10月', '2', '', '80', '', '', '０．５０'],
];

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

test.each(['workbook', 'text'] as const)('the blank table filled in is read back from a %s', async (kind) => {
  const blob =
    kind === 'workbook'
      ? await workbookOf([
          { name: '月报', rows: filled, fixed: { rows: 2, columns: 4 } },
          { name: '测点', rows: points, fixed: { rows: 1, columns: 5 } },
        ])
      : new Blob([csvOf(filled)]);
  const read = await readTableFile(await bytesOf(blob), context);
  if (read.is !== 'table') throw new Error(read.why);
  expect(read.table.units).toMatchObject([{ mine: '青石沟煤矿', name: '预抽单元2', year: 2026, quarter: 4 }]);
  expect(read.table.units[0]?.figures.map(({ field, value }) => [field, value])).toEqual([
    ['residualPressure_MPa', '0.50'],
  ]);
  expect(read.table.units[0]?.points).toEqual(
    kind === 'text'
      ? []
      : [
          {
            no: 1,
            place: '回风巷',
            at_m: '30',
            date: '2026-10-12',
            content_m3PerT: '5.10',
            pressure_MPa: '0.42',
            cell: '测点!E2',
          },
          {
            no: 2,
            place: '',
            at_m: '80',
            date: null,
            content_m3PerT: null,
            pressure_MPa: '0.50',
            cell: '测点!E3',
          },
        ],
  );
  expect(read.table.troubles.map(({ kind: what, text }) => [what, text])).toEqual([['bad', '约6500']]);
});

test('a file that is no table says so', async () => {
  const text = (words: string) => new TextEncoder().encode(words);
  expect(await readTableFile(text('a,b\n1,2\n'), context)).toEqual({ is: 'refused', why: 'noHeader' });
  expect(await readTableFile(text('PK broken'), context)).toEqual({ is: 'refused', why: 'unreadable' });
});

test('a formula that nobody computed, and one that failed, are named by their cells', async () => {
  const sheet = (cells: string) =>
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`;
  const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const head = ['工作面', '单元', '日产量', '累计抽采纯量', '残余瓦斯压力'].map((words, at) =>
    text(`${'ABCDE'[at]}1`, words),
  );
  const bytes = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="月报" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      sheet(
        `<row r="1">${head.join('')}</row><row r="2">${text('A2', '15103')}${text('B2', '单元2')}<c r="C2"><f>SUM(C3:C9)</f></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2"><f>0.25*2</f><v>0.5</v></c></row>`,
      ),
    ),
  });
  const read = await readTableFile(new Uint8Array(bytes), context);
  if (read.is !== 'table') throw new Error(read.why);
  expect(read.table.troubles).toMatchObject([
    { kind: 'noResult', cell: 'C2', field: 'dailyOutput_t' },
    { kind: 'error', cell: 'D2', field: 'drainedGas_m3', text: '#DIV/0!' },
  ]);
  expect(read.table.units[0]?.figures).toEqual([{ field: 'residualPressure_MPa', value: '0.5', cell: 'E2' }]);
});
