import { describe, expect, test } from 'vitest';
import { fieldKeys, specOf } from '../fields.ts';
import { blankPoints, blankTable, headingOf } from './blank-table.ts';
import { cellName } from './cell-name.ts';
import type { Row } from './columns.ts';
import { decodeText, readCsv } from './read-csv.ts';
import { joinTables, periodIn, readTable } from './read-table.ts';

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

describe('a table of test points', () => {
  const heads = ['工作面', '单元', '测点号', '距离', '测定日期', '残余含量', '残余瓦斯压力（kPa）'];
  const points = (...rows: readonly Row[]) => read([heads, ...rows]);

  test('is read a point a row, whatever the unit of its figures', () => {
    const { units, troubles, converted } = points(
      ['15103', '单元2', '1#', 30, new Date(Date.UTC(2026, 9, 12)), 5.1, 420],
      ['15103', '单元2', 2, 80, '2026.10.13', null, 500],
    );
    expect(troubles).toEqual([]);
    expect(converted).toEqual([{ field: 'residualPressure_MPa', unit: 'kPa' }]);
    expect(units).toHaveLength(1);
    expect(units[0]?.points).toMatchObject([
      { no: 1, place: '1#', at_m: '30', date: '2026-10-12', content_m3PerT: '5.1', pressure_MPa: '0.42', cell: 'C2' },
      { no: 2, place: '', content_m3PerT: null, pressure_MPa: '0.5' },
    ]);
  });

  test('leaves out, and names, what is no point', () => {
    const { units, troubles } = points(
      ['15103', '单元2', '无', 30, null, 5.1, null],
      ['15103', '单元2', 3, 30, null, null, null],
      ['15103', '单元2', 4, 30, '昨天', 5.2, null],
      ['15103', '单元2', 4, 60, null, 5.3, null],
      ['15103', '单元2', 5, 60, null, -1, null],
    );
    expect(troubles.map(({ kind, row }) => [kind, row])).toEqual([
      ['badPoint', 2],
      ['noMeasure', 3],
      ['badDay', 4],
      ['twicePoint', 5],
      ['negative', 6],
      ['noMeasure', 6],
    ]);
    expect(units[0]?.points).toMatchObject([{ no: 4, at_m: '60', content_m3PerT: '5.3' }]);
  });

  test('stands with the figures of the same unit', () => {
    const figures = read([
      ['工作面', '单元', '日产量'],
      ['15103', '单元2', 6500],
    ]);
    const joined = joinTables([figures, points(['15103', '单元2', 1, 30, null, 5.1, null])]);
    expect(joined.units).toMatchObject([{ figures: [{ field: 'dailyOutput_t' }], points: [{ no: 1 }] }]);
  });

  test.each(['zh', 'en'] as const)('has a blank table in %s that is read back', (language) => {
    const [head = [], example = []] = blankPoints(language, 2026, 4);
    const table = read([
      head,
      ['青石沟煤矿', '15103', '单元2', example[3], '7', '回风', '30', '2026-10-12', '5.1', '0.4'],
    ]);
    expect(table.ignored).toEqual([]);
    expect(table.units[0]?.points).toMatchObject([
      { no: 7, place: '回风', at_m: '30', date: '2026-10-12', content_m3PerT: '5.1', pressure_MPa: '0.4' },
    ]);
  });

  test('its columns mean nothing in a table of units', () => {
    expect(
      read([
        ['工作面', '单元', '里程', '日产量'],
        ['15103', '单元2', 30, 6500],
      ]).ignored,
    ).toEqual(['里程']);
  });
});
