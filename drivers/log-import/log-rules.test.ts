import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { importLog, importLogSteps, MOST_LOG_BYTES } from './import-log.ts';
import { splitTable } from './split-table.ts';
import { drain } from './steps.ts';

const zone = { zone: '+08:00' };
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const read = (text: string, settings: Record<string, string | number> = zone) =>
  orThrow(importLog(bytesOf(text), settings));
const valuesOf = (log: ReturnType<typeof read>) =>
  log.rows.map(({ readings }) => readings.map(({ value }) => (value.quality === 'ok' ? value.amount : value.quality)));
const at = (clock: string) => `2026-03-05 ${clock}`;

describe('questions of a table', () => {
  test('numbers where times should be are asked before they are days of a spreadsheet', () => {
    const text = 'time,CO(ppm)\n46086.5,1\n';
    expect(read(text)).toMatchObject({ rows: [], questions: ['excel_dates'], bad_rows: [{ row: 2 }] });
    expect(read(text, { ...zone, excelDates: 'no' })).toMatchObject({ rows: [], questions: [] });
    expect(read(text, { ...zone, excelDates: 'yes' }).rows).toHaveLength(1);
  });

  test('a comma before three digits is no number until somebody says which it is', () => {
    const text = `time\tCO(ppm)\n${at('10:00')}\t1,234\n${at('10:01')}\t12\n`;
    expect(read(text).questions).toEqual(['decimal']);
    expect(valuesOf(read(text))).toEqual([['invalid'], ['12']]);
    expect(valuesOf(read(text, { ...zone, decimal: ',' }))).toEqual([['1.234'], ['12']]);
    expect(valuesOf(read(text, { ...zone, decimal: '.' }))).toEqual([['1234'], ['12']]);
  });

  test('a comma that cannot part thousands settles the file', () => {
    const log = read(`time;CO(ppm)\n${at('10:00')};1,234\n${at('10:01')};8,4\n`);
    expect([log.questions, valuesOf(log)]).toEqual([[], [['1.234'], ['8.4']]]);
  });

  test('% of a combustible gas is asked for itself and never taken from the answer for methane', () => {
    const text = `time,LEL(%),CH4(%)\n${at('10:00')},8,0.4\n`;
    expect(read(text).questions).toEqual(['percent', 'comb', 'comb_percent']);
    const said = { ...zone, percent: '%VOL', comb: 'CH4' };
    expect(valuesOf(read(text, said))).toEqual([['invalid', '0.4']]);
    const [row] = read(text, { ...said, combPercent: '%LEL' }).rows;
    expect(row?.readings[0]).toMatchObject({ gas: 'CH4', value: { amount: '8', unit: '%LEL' } });
  });

  test('what nobody knows may be said, and then the column stays without numbers and nothing is asked', () => {
    const text = `time,CH4(%)\n${at('10:00')},0.4\n`;
    expect([read(text, { ...zone, percent: 'unknown' })].map((log) => [log.questions, valuesOf(log)])).toEqual([
      [[], [['invalid']]],
    ]);
  });

  test('% of carbon monoxide is a number under no answer', () => {
    expect(valuesOf(read(`time,CO(%)\n${at('10:00')},0.4\n`, { ...zone, percent: '%VOL' }))).toEqual([['invalid']]);
  });

  test('over-range in a state column belongs to whom the user says', () => {
    const text = `time,CO(ppm),O2(%VOL),状态\n${at('10:00')},1,20.9,超量程\n`;
    expect([read(text).questions, valuesOf(read(text))]).toEqual([['state_over_range'], [['invalid', 'invalid']]]);
    const answered = (stateOverRange: string) => valuesOf(read(text, { ...zone, stateOverRange }));
    expect(answered('CO')).toEqual([['over_range', '20.9']]);
    expect(answered('all')).toEqual([['over_range', 'over_range']]);
  });
});

describe('columns', () => {
  test('a column without a unit gives no number, whatever is said elsewhere', () => {
    const log = read(`unit,ppm\ntime,CO\n${at('10:00')},12\n`, { ...zone, unit: 'ppm' });
    expect([log.questions, valuesOf(log)]).toEqual([[], [['invalid']]]);
  });

  test.each([
    ['氧气瓶压力(MPa)', null],
    ['COLOR', null],
    ['甲烷浓度（％LEL）', 'CH4'],
    ['CO_ppm', 'CO'],
    ['一氧化碳[mg/m3]', 'CO'],
    ['CO2ppm', 'CO2'],
  ])('%s is %s', (header, gas) => {
    const log = read(`time,H2S ppm,${header}\n${at('10:00')},1,2\n`);
    expect(log.columns[2]?.gas).toBe(gas);
  });

  test('both a state and an alarm column count, whichever stands first', () => {
    const log = read(`time,报警,CO(ppm),状态\n${at('10:00')},低报,12,预热中\n${at('10:01')},低报,12,正常\n`);
    expect(valuesOf(log)).toEqual([['warmup'], ['12']]);
    expect(log.rows.map(({ alarm }) => alarm)).toEqual([true, true]);
  });

  test.each([
    ['传感器故障', 'fault'],
    ['Sensor fault', 'fault'],
    ['标校中', 'calibrating'],
    ['CO超量程', 'over_range'],
    ['CH4 超量程', '12'],
    ['无故障', '12'],
    ['latest', '12'],
    ['低电量', '12'],
  ])('the state %s makes a CO of 12 %s', (state, wanted) => {
    expect(valuesOf(read(`time,CO(ppm),状态\n${at('10:00')},12,${state}\n`))).toEqual([[wanted]]);
  });

  test('a state nobody knows changes no value and is named', () => {
    expect(read(`time,CO(ppm),状态\n${at('10:00')},12,低电量\n`).unknown_states).toEqual(['低电量']);
  });
});

describe('rows', () => {
  test('one torn row does not hide a table, and is kept as a bad row', () => {
    const log = read(`time,CO(ppm)\n${at('10:00')},1\nend of me\n${at('10:01')},2,\n`);
    expect(valuesOf(log)).toEqual([['1'], ['2']]);
    expect(log.bad_rows).toEqual([{ row: 3, reason: 'columns', raw: 'end of me' }]);
  });

  test('a quote that is never closed costs its own row at most', () => {
    const lines = Array.from({ length: 60 }, (_, nth) => `${at('10:00:00')}.${nth},"${nth}"`);
    lines[20] = `${at('11:00:00')},"5`;
    expect(read(`time,CO(ppm)\n${lines.join('\n')}\n`)).toMatchObject({
      rows: { length: 60 },
      bad_rows: [],
    });
  });

  test('times of several zones are compared as instants', () => {
    const rows = ['2026-03-05T10:00:00+0900,1', '2026-03-05T09:30:00+08:00,2', '2026-03-05T01:00:00z,3'];
    const log = read(`timestamp,CO(ppm)\n${rows.join('\n')}\n`);
    expect(log.rows.map(({ flags }) => flags?.[0])).toEqual([undefined, undefined, 'time_goes_back']);
    expect(log.rows.map(({ time }) => time.slice(19))).toEqual(['+09:00', '+08:00', 'Z']);
  });

  test('a zone that is none makes the time none', () => {
    expect(importLog(bytesOf('time,CO(ppm)\n'), { zone: '+29:00' })).toMatchObject({ fault: { code: 'bad_setting' } });
    expect(read('timestamp,CO(ppm)\n2026-03-05T10:00:00+29:00,1\n').bad_rows).toHaveLength(1);
  });
});

describe('other formats', () => {
  test('an interval report asks for days and months, and one line settles them', () => {
    const report = (...dates: string[]) => ['CO ppm', 'Date Time S0', ...dates.map((d) => `${d} 10:00 1`)].join('\n');
    expect(read(report('03/05/2026')).questions).toContain('date_order');
    expect(read(report('03/05/2026', '13/05/2026'))).toMatchObject({
      rows: [{ time: '2026-05-03T10:00:00+08:00' }, { time: '2026-05-13T10:00:00+08:00' }],
      questions: [],
    });
  });

  test('an interval report of combustible gas in % asks for both', () => {
    expect(read(`LEL %\nDate Time S0 S1\n${at('10:00')} 1 2\n${at('10:10')} 1 2\n`).questions).toEqual([
      'comb',
      'comb_percent',
    ]);
  });

  test('a log of records asks like a table, and its first line may be a record', () => {
    const text = `1.1 ; 03/05/2026 ; 10:00:00 ; CH4 ; 0.4 ; % ; ; \n1.2 ; 04/05/2026 ; 10:00:00 ; CO ; 4 ; % ; ; \n`;
    expect(read(text).questions).toEqual(['date_order', 'percent']);
    expect(valuesOf(read(text, { ...zone, dateOrder: 'dmy', percent: '%VOL' }))).toEqual([['0.4'], ['invalid']]);
  });

  test('a file that is too large is refused by its size alone', () => {
    expect(importLog(new Uint8Array(MOST_LOG_BYTES + 1), {})).toMatchObject({ fault: { code: 'log_too_large' } });
  });
});

describe('any table', () => {
  const cell = fc.oneof(
    fc.integer({ min: 0, max: 99_999 }).map((n) => (n / 100).toFixed(2)),
    fc.constantFrom('', '--', '****', 'FFFF', 'OL', '>100', '预热', '标校', '?'),
  );
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 });
  const linesOf = (rows: readonly (readonly [string, string])[], delimiter: string, quote: boolean) =>
    [['时间', '瓦斯(%LEL)', '一氧化碳(ppm)', '地点'], ...rows.map(([a, b], nth) => [clockOf(nth), a, b, '回风巷'])].map(
      (cells) => cells.map((each) => (quote ? `"${each}"` : each)).join(delimiter),
    );
  const clockOf = (nth: number) => `2026-03-05 10:${String(nth).padStart(2, '0')}:00`;
  const encodings: Record<string, (text: string) => Uint8Array> = {
    'utf-8': (text) => bytesOf(text),
    'utf-8 with mark': (text) => bytesOf(`\ufeff${text}`),
    'utf-16le': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')),
    'utf-16be': (text) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16()),
  };

  test('imports equal under every encoding, delimiter, line end and quoting', () => {
    const shape = fc.record({
      encoding: fc.constantFrom(...Object.keys(encodings)),
      delimiter: fc.constantFrom(',', ';', '\t', '，'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      quote: fc.boolean(),
    });
    fc.assert(
      fc.property(table, shape, (rows, { encoding, delimiter, end, quote }) => {
        const plain = read(linesOf(rows, ',', false).join('\n'));
        const bytes = encodings[encoding]?.(linesOf(rows, delimiter, quote).join(end)) ?? new Uint8Array();
        const other = orThrow(importLog(bytes, zone));
        expect(other.rows).toEqual(plain.rows);
        expect(other.rows.length + other.bad_rows.length + other.duplicates.length).toBe(rows.length);
      }),
    );
  });

  test('is read in steps as at once, and stops often', () => {
    const lines = linesOf(
      Array.from({ length: 30 }, () => ['1', '2']),
      ',',
      false,
    );
    const many = [lines[0], ...Array.from({ length: 5000 }, (_, nth) => `2026-03-05 10:00:00.${nth},1,2,x`)].join('\n');
    const steps = importLogSteps(bytesOf(many), zone);
    const seen: number[] = [];
    for (let next = steps.next(); ; next = steps.next()) {
      if (next.done) {
        expect(next.value).toEqual(importLog(bytesOf(many), zone));
        break;
      }
      seen.push(next.value);
    }
    expect(seen.length).toBeGreaterThan(20);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('of any text is split without losing a line', () => {
    const text = fc.array(fc.constantFrom('a', ',', '"', '\n', '\r', 'b', ' '), { maxLength: 80 });
    fc.assert(
      fc.property(text, (letters) => {
        const rows = drain(splitTable(letters.join(''), ','));
        const count = letters.join('').split(/\r\n?|\n/).length;
        expect(rows.every(({ row }, nth) => row >= 1 && row <= count && row > (rows[nth - 1]?.row ?? 0))).toBe(true);
        const kept = rows.flatMap(({ cells }) => cells).join('');
        for (const letter of ['a', 'b'])
          expect(kept.split(letter)).toHaveLength(letters.filter((each) => each === letter).length + 1);
      }),
    );
  });
});
