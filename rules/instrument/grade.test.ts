import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calibration, calibration, certificate, type InstrumentFile } from '../../vocabulary/instrument.ts';
import { reading } from '../../vocabulary/reading.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';
import { gradeInstrument } from './grade-instrument.ts';
import { readingGrader } from './grade-reading.ts';
import { judgeError } from './judge-error.ts';
import { sayReasons } from './say-grade.ts';

const day = (text: string): IsoDate => isoDate.parse(text);
const adjusted = (date: string, more: Partial<Record<keyof Calibration, unknown>> = {}): Calibration =>
  calibration.parse({
    kind: 'calibration',
    date,
    gas: 'CH4',
    standard: { amount: '1.00', unit: '%VOL' },
    asFound: '1.04',
    asLeft: '1.00',
    by: '周',
    certificateNo: 'B-1',
    ...more,
  });
const paper = (until: string | null, from: string | null = null) => certificate.parse({ no: 'C-1', from, until });
const good: InstrumentFile = {
  principle: 'catalytic',
  certificates: [paper('2026-12-31', '2026-01-01')],
  calibrations: [adjusted('2026-11-20')],
};
const reasonsOn = (file: InstrumentFile | null, on: string) => gradeInstrument(file, 'CH4', day(on)).reasons;

describe('the papers of an instrument', () => {
  test('certificate in date, calibrated within fifteen days, error in order: evidence', () => {
    const graded = gradeInstrument(good, 'CH4', day('2026-11-27'));
    expect(graded).toMatchObject({ grade: 'evidence', reasons: [] });
    expect(graded.calibration?.verdict.results).toMatchObject({ elapsed_d: 7, limit_d: 15 });
    expect(graded.error?.verdict.status).toBe('pass');
  });
  test('the fifteenth day and the last day of the certificate still count', () => {
    expect(reasonsOn(good, '2026-12-05')).toEqual([]);
    expect(reasonsOn(good, '2026-12-06')).toEqual(['calibration_overdue']);
    expect(reasonsOn(good, '2027-01-01')).toEqual(['certificate_expired', 'calibration_overdue']);
  });
  test.each([
    ['not in the register', null, ['instrument_unknown']],
    ['no certificate', { ...good, certificates: [] }, ['certificate_missing']],
    ['no day on the certificate', { ...good, certificates: [paper(null)] }, ['certificate_missing']],
    ['not yet begun', { ...good, certificates: [paper('2027-12-31', '2026-12-01')] }, ['certificate_not_begun']],
    ['no calibration', { ...good, calibrations: [] }, ['calibration_missing']],
    ['a zero is none', { ...good, calibrations: [adjusted('2026-11-20', { kind: 'zero' })] }, ['calibration_missing']],
    ['of another gas', { ...good, calibrations: [adjusted('2026-11-20', { gas: 'CO' })] }, ['calibration_missing']],
    ['made later', { ...good, calibrations: [adjusted('2026-11-28')] }, ['calibration_missing']],
    ['off by more', { ...good, calibrations: [adjusted('2026-11-20', { asLeft: '1.11' })] }, ['error_exceeded']],
  ])('%s', (_, file, reasons) => {
    expect(reasonsOn(file, '2026-11-27')).toEqual(reasons);
  });
  test('a renewed certificate leaves the readings under the one before as they were', () => {
    const renewed = { ...good, certificates: [paper('2027-12-31', '2027-01-01'), ...good.certificates] };
    expect(reasonsOn(renewed, '2026-11-27')).toEqual([]);
  });
  test('a bump test that fails counts until a later figure passes', () => {
    const bumped = { ...good, calibrations: [...good.calibrations, bump('2026-11-25', '0.80')] };
    expect(reasonsOn(bumped, '2026-11-24')).toEqual([]);
    expect(reasonsOn(bumped, '2026-11-27')).toEqual(['error_exceeded']);
    const mended = { ...bumped, calibrations: [...bumped.calibrations, adjusted('2026-11-26')] };
    expect(reasonsOn(mended, '2026-11-27')).toEqual([]);
  });
  test('before any edition nothing says the interval, which is no pass', () => {
    const old = { ...good, certificates: [paper('2026-12-31')], calibrations: [adjusted('2021-05-01')] };
    expect(reasonsOn(old, '2021-05-02')).toContain('rule_missing');
  });
  test('another gas is held to the same days, marked to be checked', () => {
    const co = { ...good, calibrations: [adjusted('2026-11-01', { gas: 'CO', standard: null })] };
    const graded = gradeInstrument(co, 'CO', day('2026-11-27'));
    expect(graded.reasons).toEqual(['calibration_overdue']);
    expect(graded.calibration?.verdict.citations.every((one) => one.needsCheck)).toBe(true);
  });
  test('methane test gas is the test gas of every combustible channel', () => {
    expect(gradeInstrument(good, 'COMB', day('2026-11-27')).reasons).toEqual([]);
    expect(gradeInstrument(good, 'CO', day('2026-11-27')).reasons).toEqual(['calibration_missing']);
  });
});

const bump = (date: string, asFound: string) => adjusted(date, { kind: 'bump', asFound, asLeft: null });

test('the reasons are said with their days and figures', () => {
  const off = { ...good, calibrations: [adjusted('2026-12-18', { asLeft: '1.30' })] };
  expect(sayReasons(gradeInstrument(off, 'CH4', day('2027-01-06'))).map(({ words }) => words.zh)).toEqual([
    '检定证书2026-12-31到期',
    '距上次调校19天，超过15天',
    '误差0.3 %，超过允许的±0.1 %',
  ]);
  expect(sayReasons(gradeInstrument(null, 'CH4', day('2027-01-06'))).map(({ words }) => words.en)).toEqual([
    'instrument not in the register',
  ]);
});

describe('error against the standard gas', () => {
  const on = day('2026-11-27');
  test('%LEL with a basis is converted, without one it is not known', () => {
    const lel = (unit: string) => adjusted('2026-11-20', { standard: { amount: '20', unit }, asLeft: '25' });
    expect(judgeError(lel('%LEL(ISO 10156)'), 'catalytic', on)?.status).toBe('fail');
    expect(judgeError(lel('%LEL'), 'catalytic', on)).toMatchObject({ status: 'unknown', reason: 'lel-basis' });
  });
  test('no principle, no permitted error', () => {
    expect(judgeError(adjusted('2026-11-20'), null, on)).toMatchObject({ status: 'unknown' });
    expect(judgeError(adjusted('2026-11-20', { standard: null }), 'catalytic', on)).toBeNull();
  });
});

describe('a reading', () => {
  const at = (wall: string, more = {}) =>
    reading.parse({
      instrument: 'a'.repeat(32),
      channel: '1',
      gas: 'CH4',
      time: { wall: Date.parse(wall), mono: 1, boot: 'b'.repeat(32) },
      value: { quality: 'ok', amount: '0.30', unit: '%VOL' },
      ...more,
    });
  test('is graded by its own wall time, in Beijing', () => {
    const grade = readingGrader(good);
    expect(grade(at('2026-12-05T15:59:59Z')).grade).toBe('evidence');
    expect(grade(at('2026-12-05T16:00:00Z')).reasons).toEqual(['calibration_overdue']);
  });
  test('what the wire left open counts against it', () => {
    const lel = { value: { quality: 'ok', amount: '6', unit: '%LEL' } };
    expect(readingGrader(good)(at('2026-11-27T01:00:00Z', lel)).reasons).toEqual(['lel_basis_unconfirmed']);
    const full = { value: { quality: 'ok', amount: '6', unit: '%FS' } };
    expect(readingGrader(good)(at('2026-11-27T01:00:00Z', full)).reasons).toEqual(['unit_unconfirmed']);
    expect(readingGrader(good, 'unknown')(at('2026-11-27T01:00:00Z')).reasons).toEqual(['clock_offset_unknown']);
  });
});

const days = fc
  .integer({ min: 0, max: 400 })
  .map((n) => day(new Date(Date.UTC(2026, 1, 1 + n)).toISOString().slice(0, 10)));
const papers = fc.record({ until: days, from: fc.option(days) }).map(({ until, from }) => paper(until, from));
const figures = fc.integer({ min: 80, max: 120 }).map((n) => (n / 100).toFixed(2));
const works = fc
  .record({ date: days, kind: fc.constantFrom('calibration', 'zero', 'bump', 'verification'), asLeft: figures })
  .map(({ date, ...more }) => adjusted(date, more));
const files: fc.Arbitrary<InstrumentFile> = fc.record({
  principle: fc.constantFrom('catalytic' as const, 'interference' as const, null),
  certificates: fc.array(papers, { maxLength: 3 }),
  calibrations: fc.array(works, { maxLength: 5 }),
});

describe('for every register', () => {
  test('a later day is never better unless a paper was made in between', () => {
    fc.assert(
      fc.property(files, days, days, (file, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const known: InstrumentFile = {
          ...file,
          certificates: file.certificates.filter(({ from }) => !from || from <= early),
          calibrations: file.calibrations.filter(({ date }) => date <= early),
        };
        if (gradeInstrument(known, 'CH4', early).grade === 'notEvidence')
          expect(gradeInstrument(known, 'CH4', late).grade).toBe('notEvidence');
      }),
    );
  });
  test('what is dated later does not touch the grade of a day before', () => {
    fc.assert(
      fc.property(files, works, days, (file, work, on) => {
        const later = { ...file, calibrations: [...file.calibrations, work] };
        if (work.date > on) expect(gradeInstrument(later, 'CH4', on)).toEqual(gradeInstrument(file, 'CH4', on));
      }),
    );
  });
  test('a longer certificate never makes a day worse', () => {
    fc.assert(
      fc.property(files, papers, days, (file, extra, on) => {
        const more = { ...file, certificates: [...file.certificates, extra] };
        if (gradeInstrument(file, 'CH4', on).grade === 'evidence')
          expect(gradeInstrument(more, 'CH4', on).grade).toBe('evidence');
      }),
    );
  });
});
