import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { orThrow } from '../../vocabulary/result.ts';
import { importLog } from './import-log.ts';

const folder = new URL('../../tests/shared-cases/samples/', import.meta.url);
const expectedValue = z.strictObject({ value: z.number().nullable(), unit: z.string(), quality: z.string() });
const expectedFile = z.looseObject({
  encoding: z.string(),
  delimiter: z.string(),
  header_line: z.int(),
  decimal: z.string().optional(),
  date_order: z.string().optional(),
  settings: z.looseObject({ zone: z.string(), confirmed: z.record(z.string(), z.string()).optional() }),
  metadata: z.record(z.string(), z.string()).optional(),
  rows: z.array(
    z.looseObject({
      row: z.int(),
      time: z.string(),
      values: z.record(z.string(), expectedValue),
      alarm: z.boolean().optional(),
    }),
  ),
  duplicates: z.array(z.unknown()).default([]),
  bad_rows: z.array(z.object({ row: z.int(), reason: z.string() })).default([]),
  places: z.record(z.string(), z.string()).default({}),
});
const expected = z
  .record(z.string(), expectedFile)
  .parse(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')));

const textLog = (text: string, settings = {}) => orThrow(importLog(new Uint8Array(Buffer.from(text)), settings));
const qualities = (log: ReturnType<typeof textLog>) =>
  log.rows.flatMap((row) => row.readings.map(({ value }) => value.quality));

describe('the samples', () => {
  test.each(Object.entries(expected))('%s is read as expected, every row and nothing else', (name, wanted) => {
    const settings = { zone: wanted.settings.zone, ...wanted.settings.confirmed };
    const log = orThrow(importLog(new Uint8Array(readFileSync(new URL(name, folder))), settings));
    const got = log.rows.map(({ row, time, readings, alarm }) => ({
      row,
      time,
      values: Object.fromEntries(
        readings.map(({ gas, value }) => [
          gas,
          { value: value.quality === 'ok' ? Number(value.amount) : null, unit: value.unit, quality: value.quality },
        ]),
      ),
      ...(alarm && { alarm }),
    }));
    expect(got).toEqual(wanted.rows);
    expect(log.duplicates).toEqual(wanted.duplicates);
    expect(log.bad_rows).toMatchObject(wanted.bad_rows);
    expect(log.bad_rows).toHaveLength(wanted.bad_rows.length);
    expect(log.questions).toEqual([]);
    const { encoding, delimiter, header_line, decimal, date_order, metadata } = wanted;
    expect(log.reading).toMatchObject({ encoding, delimiter, header_line, ...(decimal && { decimal }) });
    if (date_order) expect(log.reading.date_order).toBe(date_order);
    if (metadata) expect(log.reading.metadata).toEqual(metadata);
    for (const [row, place] of Object.entries(wanted.places)) {
      expect(log.rows.find((each) => each.row === Number(row))?.place).toBe(place);
    }
  });

  test('without what the user confirms there is no number and no zone, and it is asked', () => {
    const log = orThrow(importLog(new Uint8Array(readFileSync(new URL('vendor-a-utf8.csv', folder))), {}));
    expect(log.questions).toEqual(['zone', 'percent']);
    expect(log.rows[1]).toMatchObject({ time: '2026-03-05T08:01:05' });
    expect(log.rows[1]?.readings[0]?.value).toEqual({ quality: 'invalid', unit: null, detail: 'unit_unknown' });
  });
});

describe('a table', () => {
  const zone = { zone: '+08:00' };

  test('whose days and months cannot be told apart is asked, and read when answered', () => {
    const text = 'time,CO(ppm)\n03/05/2026 10:00,1\n04/05/2026 10:00,2\n';
    expect(textLog(text, zone)).toMatchObject({
      rows: [],
      questions: ['date_order'],
      bad_rows: [{ row: 2 }, { row: 3 }],
    });
    const [row] = textLog(text, { ...zone, dateOrder: 'mdy' }).rows;
    expect(row?.time).toBe('2026-03-05T10:00:00+08:00');
  });

  test.each([
    ['2026/3/5 14:22', '2026-03-05T14:22:00+08:00'],
    ['20260305142231', '2026-03-05T14:22:31+08:00'],
    ['2026-03-05T14:22:31Z', '2026-03-05T14:22:31Z'],
    ['2026-03-05T14:22:31+09:00', '2026-03-05T14:22:31+09:00'],
  ])('takes the time %s', (time, iso) => {
    expect(textLog(`timestamp,CO(ppm)\n${time},1\n`, zone).rows[0]?.time).toBe(iso);
  });

  test.each(['2026-02-30 10:00:00', '2026-03-05', '46086.5', '2026-03-05 24:30:00', 'noon'])(
    'keeps a row whose time is %s as a bad row',
    (time) => {
      expect(textLog(`timestamp,CO(ppm)\n${time},1\n`, zone)).toMatchObject({
        rows: [],
        bad_rows: [{ row: 2, reason: 'time' }],
      });
    },
  );

  test('takes the serial dates of a spreadsheet only when told so', () => {
    const log = textLog('timestamp,CO(ppm)\n46086.5,1\n', { ...zone, excelDates: 'yes' });
    expect(log.rows[0]?.time).toBe('2026-03-05T12:00:00+08:00');
  });

  test('combustible gas is no methane until the user says so', () => {
    const text = 'timestamp,LEL(%LEL),可燃气[%LEL]\n2026-03-05 10:00:00,5,6\n';
    expect(textLog(text, zone).rows[0]?.readings.map(({ gas }) => gas)).toEqual(['COMB', 'COMB']);
    expect(textLog(text, zone).questions).toEqual(['comb']);
    expect(textLog(text, { ...zone, COMB: 'CH4' }).rows[0]?.readings[0]?.gas).toBe('CH4');
  });

  test('a state that says over-range without naming a gas leaves no number in its row', () => {
    const log = textLog('timestamp,CO(ppm),O2(%VOL),status\n2026-03-05 10:00:00,1,20.9,OL\n', zone);
    expect(qualities(log)).toEqual(['invalid', 'invalid']);
    expect(log.questions).toEqual(['state_over_range']);
  });

  test('times that repeat or go back stay in their order and say so', () => {
    const rows = ['10:00:00,1', '10:00:00,2', '09:00:00,3'].map((each) => `2026-03-05 ${each}`).join('\n');
    expect(textLog(`timestamp,CO(ppm)\n${rows}\n`, zone).rows.map(({ flags }) => flags)).toEqual([
      undefined,
      ['time_repeats'],
      ['time_goes_back'],
    ]);
  });

  test.each(['1,234.5', '1e3', '12 ppm', '0x1F', '１２a'])('a cell of %s is invalid and never a guess', (cell) => {
    expect(qualities(textLog(`timestamp;CO(ppm)\n2026-03-05 10:00:00;${cell}\n`, zone))).toEqual(['invalid']);
  });

  test('a unit may stand in a column of its own beside a single gas', () => {
    const log = textLog('timestamp\tCO\tunit\n2026-03-05 10:00:00\t12\tppm\n', zone);
    expect(log.rows[0]?.readings[0]?.value).toEqual({ quality: 'ok', amount: '12', unit: 'ppm' });
  });
});

describe('other logs', () => {
  const report = [
    'ATI D12 CH4 %LEL interval 60 s',
    'Date Time S0 S1 S2',
    '2026-03-05 10:00:00 1.0 ---- FFFF',
    '2026-03-05 10:03:00 TEST ****',
    '2026-03-05 10:05:00 9999 -999 2',
  ];

  test('an interval report gives each sample its own time and no mark a number', () => {
    const log = textLog(report.join('\r'), { zone: '+08:00' });
    expect(log.format).toBe('interval_report');
    expect(log.rows.map(({ time }) => time.slice(11, 19))).toEqual([
      '10:00:00',
      '10:01:00',
      '10:02:00',
      '10:03:00',
      '10:04:00',
      '10:05:00',
      '10:06:00',
      '10:07:00',
    ]);
    expect(qualities(log)).toEqual([
      'ok',
      'missing',
      'fault',
      'calibrating',
      'invalid',
      'over_range',
      'under_range',
      'ok',
    ]);
    expect(log.rows[0]?.readings[0]).toMatchObject({ gas: 'CH4', value: { amount: '1.0', unit: '%LEL' } });
  });

  test('an interval that is not named is the difference of two lines over the columns', () => {
    const [, ...rest] = report;
    const log = textLog(rest.join('\n'), { zone: '+08:00', gas: 'CH4', unit: '%LEL' });
    expect(log.reading.interval_seconds).toBe(60);
    expect(textLog(rest.join('\n')).questions).toEqual(['zone', 'gas', 'unit']);
  });

  test('a log of records gives one or two gases a line, and a fault no number', () => {
    const text =
      'Servomex 5200 1234 O2\n1.1 ; 2026-03-05 ; 10:00:00 ; O2 ; 20.9 ; %VOL ; ; ; CO ; 12 ; ppm ; Alarm ;\n1.2 ; 2026-03-05 ; 10:01:00 ; O2 ; 0.0 ; %VOL ; ; Fault\n';
    const log = textLog(text, { zone: '+08:00' });
    expect(log.format).toBe('records');
    expect(qualities(log)).toEqual(['ok', 'ok', 'fault']);
    expect(log.rows.map(({ alarm }) => alarm)).toEqual([true, undefined]);
  });

  test.each([
    ['bytes that are no text', Uint8Array.of(0xff, 0x00, 0x81, 0xff), 'log_not_text'],
    ['a letter', new Uint8Array(Buffer.from('Dear Sir,\nno gas today.\n')), 'log_unknown_format'],
  ])('%s are refused', (_, bytes, code) => {
    expect(importLog(bytes, {})).toMatchObject({ ok: false, fault: { code } });
  });

  test('a setting nobody knows is refused', () => {
    expect(importLog(new Uint8Array(), { colour: 'red' })).toMatchObject({ fault: { code: 'bad_setting' } });
  });
});
