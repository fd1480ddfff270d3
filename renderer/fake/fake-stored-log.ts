import type { z } from 'zod';
import type { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Handlers } from '../../electron/ports/serve-port.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { days, fakeHash, fakeId, fakeNow, minutes } from './fake-ids.ts';

type Methods = typeof recorderPort.methods;
type Preview = z.input<Methods['log/open']['reply']>;
type Match = z.input<Methods['log/match']['reply']>;
type File = z.input<Methods['log/list']['reply']>[number];
type Clock = z.input<Methods['clock/measure']['reply']>;

const START = fakeNow - minutes(150);
const clockText = (at: number): string => new Date(at + minutes(480)).toISOString().slice(0, 19);

const counts = { rows: 214, imported: 211, readings: 844, missing: 6, invalid: 0, duplicates: 1, bad: 2 };
const storedFile = (name: string, measured: boolean): File => ({
  file: fakeHash(name),
  name,
  bytes: 14_812,
  importedAt: fakeNow - days(1),
  counts,
  instrumentId: fakeId('instrument-one'),
  inspectionId: fakeId('inspection1'),
  from: START,
  to: fakeNow,
  offsetMs: measured ? 188_000 : null,
  how: measured ? 'photo' : null,
});

const ok4 = (nth: number): Preview['sample'][number]['cells'] => [
  { gas: 'COMB', value: { quality: 'ok', amount: (8.4 + nth).toFixed(1), unit: '%LEL' }, raw: '8,4' },
  { gas: 'CO', value: { quality: 'ok', amount: String(12 + nth), unit: 'ppm' }, raw: '12' },
  { gas: 'O2', value: { quality: 'ok', amount: '20.6', unit: '%VOL' }, raw: '20,6' },
  { gas: 'H2S', value: { quality: 'over_range', unit: 'ppm', detail: 'in_file' }, raw: '>100' },
];

const previewOf = (name: string, answered: readonly string[]): Preview => ({
  draft: fakeId('draft'),
  name,
  bytes: 14_812,
  file: fakeHash(name),
  encoding: 'gb18030',
  format: 'table',
  delimiter: ';',
  headerLine: 4,
  dateOrder: null,
  unknownStates: [],
  timesBack: 1,
  counts,
  firstLines: [
    '仪器型号;四参数演示仪',
    '仪器编号;A-20417',
    '使用单位;石盘煤矿（演示）',
    '日期;时刻;可燃气 %LEL;CO ppm;O2 %;H2S ppm;备注',
    '2026年11月23日;12时02分07秒;8,4;12;20,6;>100;',
    '2026年11月23日;12时03分07秒;9,4;13;20,6;>100;低报',
    '2026年11月23日;25时00分00秒;8,0;15;20,6;0;',
  ],
  columns: [
    { name: '日期', role: 'date', gas: null, unit: null },
    { name: '时刻', role: 'clock', gas: null, unit: null },
    { name: '可燃气 %LEL', role: null, gas: 'COMB', unit: '%LEL' },
    { name: 'CO ppm', role: null, gas: 'CO', unit: 'ppm' },
    { name: 'O2 %', role: null, gas: 'O2', unit: '%' },
    { name: 'H2S ppm', role: null, gas: 'H2S', unit: 'ppm' },
    { name: '备注', role: null, gas: null, unit: null },
  ],
  metadata: { 仪器型号: '四参数演示仪', 仪器编号: 'A-20417', 使用单位: '石盘煤矿（演示）' },
  questions: (['zone', 'percent', 'comb'] as const).filter((question) => !answered.includes(question)),
  firstTime: clockText(START),
  lastTime: clockText(fakeNow),
  sample: [0, 1, 2].map((nth) => ({ row: 5 + nth, time: clockText(START + minutes(nth)), cells: ok4(nth) })),
  badRows: [
    { row: 7, reason: 'time', raw: '2026年11月23日;25时00分00秒;8,0;15;20,6;0;' },
    { row: 190, reason: 'columns', raw: '2026年11月23日;13时' },
  ],
  duplicates: [{ row: 201, of: 200 }],
  instrumentId: null,
  again: name.includes('again') ? storedFile(name, true) : null,
});

const gas = (
  name: Match['places'][number]['gases'][number]['gas'],
  unit: '%LEL' | 'ppm',
  min: string,
  max: string,
) => ({
  gas: name,
  unit,
  count: 62,
  min,
  max,
  overRange: name === 'H2S' ? 4 : 0,
  notMeasured: 0,
});
const fakeMatch: Match = {
  inspectionId: fakeId('inspection1'),
  offsetMs: 188_000,
  matched: 173,
  places: [
    { placeId: fakeId('p2'), name: '中央泵房 · 水仓', rows: 48, gases: [gas('CH4', '%LEL', '0.0', '2.1')] },
    {
      placeId: fakeId('p3'),
      name: '15103综采工作面',
      rows: 62,
      gases: [gas('CH4', '%LEL', '8.4', '20.4'), gas('CO', 'ppm', '12', '15'), gas('H2S', 'ppm', '0', '0.5')],
    },
    { placeId: fakeId('p4'), name: '15105回风顺槽掘进', rows: 63, gases: [gas('CH4', '%LEL', '6.0', '11.8')] },
  ],
  unmatchedRows: 40,
  unmatched: [
    { reason: 'before', fromRow: 5, toRow: 30, rows: 26, from: START, to: START + minutes(25) },
    { reason: 'bad_time', fromRow: 7, toRow: 7, rows: 1, from: null, to: null },
    { reason: 'no_place', fromRow: 31, toRow: 42, rows: 12, from: START + minutes(26), to: START + minutes(37) },
    { reason: 'bad_row', fromRow: 190, toRow: 190, rows: 1, from: null, to: null },
  ],
};

/** Files of stored readings: one by its name refused (`bad`), one known (`again`), any other read, asked and matched. */
export function fakeStoredLogHandlers(nameOf: () => string): Partial<Handlers<Methods>> {
  const clocks: Clock[] = [];
  const good = <K extends keyof Methods>(_: K, value: z.input<Methods[K]['reply']>) => ok(value);
  return {
    'log/open': () =>
      nameOf().includes('bad') ? fail({ code: 'log_unknown_format' }) : good('log/open', previewOf(nameOf(), [])),
    'log/read': ({ settings }) => good('log/read', previewOf(nameOf(), Object.keys(settings))),
    'log/match': () => good('log/match', fakeMatch),
    'log/import': () =>
      good('log/import', { again: false, row: storedFile(nameOf(), clocks.length > 0), match: fakeMatch }),
    'log/rematch': () =>
      good('log/rematch', { row: storedFile(nameOf(), true), before: fakeMatch, after: fakeMatch, moved: 12 }),
    'log/list': () => good('log/list', [storedFile('A-20417-1122.csv', true), storedFile('gas-1121.csv', false)]),
    'log/extremes': () => good('log/extremes', []),
    'log/events': () => good('log/events', []),
    'clock/list': ({ instrumentId }) =>
      good(
        'clock/list',
        clocks.filter((one) => one.instrumentId === instrumentId),
      ),
    'clock/measure': ({ instrumentId, at, shown, zone, photo }) => {
      const row: Clock = {
        measurement: fakeId(`clock${at}`),
        instrumentId,
        at,
        shown,
        zone,
        offsetMs: Date.parse(`${shown}${zone}`) - at,
        how: photo ? 'photo' : 'typed',
        photo: null,
      };
      clocks.unshift(row);
      return good('clock/measure', row);
    },
  };
}
