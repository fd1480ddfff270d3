import { expect, test } from 'vitest';
import { fieldKeys, specOf } from '../fields.ts';
import { blankTable, headingOf } from './blank-table.ts';
import type { Row } from './columns.ts';
import { decodeText, readCsv } from './read-csv.ts';
import { cellName, periodIn, readTable } from './read-table.ts';

const here = { mine: '青石沟煤矿', year: 2026, quarter: 4 };
const read = (rows: readonly Row[]) => {
  const table = readTable(rows, here);
  if (!table) throw new Error('no headings');
  return table;
};

test.each(['zh', 'en'] as const)('the blank table in %s is read back, every column of it', (language) => {
  const [groups = [], head = [], example = []] = blankTable(language, 2026, 4);
  const filled = head.map((_, at) => {
    const key = fieldKeys[at - 4];
    if (!key) return ['青石沟煤矿', '15103', '预抽单元2', example[3]][at] ?? '';
    const spec = specOf(key);
    if (spec.kind === 'flag') return '是';
    if (spec.kind === 'choice') return spec.options?.[0] ?? '';
    return 'plausible' in spec && spec.plausible ? spec.plausible[1] : '50';
  });
  const table = read([groups, head, filled]);
  expect(table.troubles).toEqual([]);
  expect(table.ignored).toEqual([]);
  expect(table.units[0]?.figures.map(({ field }) => field)).toEqual(fieldKeys);
  expect(table.units[0]).toMatchObject({ mine: '青石沟煤矿', face: '15103', year: 2026, quarter: 4 });
});

test('a title above, full-width digits and binary fractions are read', () => {
  const table = read([
    ['2026年10月抽采月报', null, null, null, null],
    ['工作面', '单元', '月份', '工作面抽采纯量', '工作面风排瓦斯量(m3/min)'],
    ['15103', '单元2', '2026-10', '６．４', 0.1],
  ]);
  expect(table.units[0]?.figures).toEqual([
    { field: 'faceDrained_m3PerMin', value: '6.4', cell: 'D3' },
    { field: 'faceVentilated_m3PerMin', value: '0.1', cell: 'E3' },
  ]);
});

test('a group heading completes the names beneath it', () => {
  const table = read([
    ['', '', '矿井', ''],
    ['工作面', '单元', '抽采纯量', '风排瓦斯量'],
    ['15103', '单元2', '27', '35.6'],
  ]);
  expect(table.units[0]?.figures.map(({ field }) => field)).toEqual([
    'mineDrained_m3PerMin',
    'mineVentilated_m3PerMin',
  ]);
});

test('a column in another unit is converted and said, one in a strange unit is left out and named', () => {
  const table = read([
    ['工作面', '单元', '残余瓦斯压力', '年产量', '日产量'],
    ['', '', 'kPa', '万t/a', 't'],
    ['15103', '单元2', '500', '120', '6500'],
  ]);
  expect(table.units[0]?.figures.map(({ value }) => value)).toEqual(['0.5', '1.2', '6500']);
  expect(table.converted.map(({ unit }) => unit)).toEqual(['kPa', '万t/a']);
  const strange = read([
    ['工作面', '单元', '残余瓦斯压力（kgf/cm²）'],
    ['15103', '单元2', '5'],
  ]);
  expect(strange.units[0]?.figures).toEqual([]);
  expect(strange.troubles).toMatchObject([{ kind: 'unit', field: 'residualPressure_MPa', unit: 'kgf/cm²' }]);
});

test('what is wrong is named by its cell and the rest is kept', () => {
  const table = read([
    ['工作面', '单元', '季度', '残余瓦斯压力（MPa）', '灰分（%）', '有喷孔、顶钻', '日产量（t）'],
    ['15103', '单元1', '2026年第4季度', '500', '101', '也许', '约6500'],
    ['15103', '', '2026年第4季度', '0.5', '', '', ''],
    ['15103', '单元3', '冬天', '0.5', '', '', ''],
    ['15103', '单元4', '2026Q4', '#DIV/0!', '10', '否', '6500'],
    ['15103', '单元4', '2026Q4', '0.4', '', '', ''],
    ['合计', '', '', '9', '', '', ''],
  ]);
  expect(table.troubles.map(({ kind, cell, row }) => [kind, cell ?? row])).toEqual([
    ['asks', 'D2'],
    ['percent', 'E2'],
    ['flag', 'F2'],
    ['bad', 'G2'],
    ['noUnit', 3],
    ['badPeriod', 4],
    ['bad', 'D5'],
    ['twice', 6],
  ]);
  expect(table.units.map(({ name, figures }) => [name, figures.length])).toEqual([
    ['单元1', 0],
    ['单元4', 1],
  ]);
});

test('without a mine in the table or an inspection nothing is guessed', () => {
  const rows: Row[] = [
    ['工作面', '单元', '日产量'],
    ['15103', '单元1', 6500],
  ];
  expect(readTable(rows, { ...here, mine: null })?.troubles).toMatchObject([{ kind: 'noMine', row: 2 }]);
  expect(readTable([['a', 'b']], here)).toBeNull();
});

test.each([
  ['2026年第4季度', 2026, 4],
  ['２０２６年四季度', 2026, 4],
  ['2026 Q3', 2026, 3],
  ['2026-10', 2026, 4],
  ['2026年1月', 2026, 1],
  ['202607', 2026, 3],
  ['2026-11-30', 2026, 4],
])('%s is quarter %i %i', (text, year, quarter) => {
  expect(periodIn(text)).toEqual({ year, quarter });
});

test('separated values in the encodings of mines, with quotes', () => {
  const gb18030 = Uint8Array.of(0xb5, 0xa5, 0xd4, 0xaa, 0x2c, 0x31);
  expect(readCsv(decodeText(gb18030))).toEqual([['单元', '1']]);
  expect(readCsv(decodeText(new TextEncoder().encode('\ufeff单元;"a;""b"""\r\n1;2\r\n')))).toEqual([
    ['单元', 'a;"b"'],
    ['1', '2'],
  ]);
  expect(cellName(27, 4)).toBe('AB5');
  expect(headingOf('residualPressure_MPa', 'zh')).toBe('残余瓦斯压力（表压） P（MPa）');
});
