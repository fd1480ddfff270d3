import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLevel } from '../../vocabulary/dual-prevention.ts';
import { type IsoDate, isoDate } from '../../vocabulary/time.ts';
import { missedPeriods } from './missed-periods.ts';

const day = (text: string): IsoDate => isoDate.parse(text);
const days = (...texts: string[]) => texts.map(day);
const november = { from: day('2026-11-01'), to: day('2026-11-30') };
const TODAY = day('2026-12-15');

describe('daily checks', () => {
  test('every day without one is missed, days in a row as one stretch', () => {
    const checked = Array.from({ length: 30 }, (_, at) => day(`2026-11-${String(at + 1).padStart(2, '0')}`)).filter(
      (one) => !['2026-11-05', '2026-11-06', '2026-11-20'].includes(one),
    );
    expect(missedPeriods('team', checked, november, TODAY)).toEqual([
      { from: '2026-11-05', to: '2026-11-06', times: 2 },
      { from: '2026-11-20', to: '2026-11-20', times: 1 },
    ]);
  });
  test('today is not missed yet', () => {
    expect(missedPeriods('team', [], { from: TODAY, to: TODAY }, TODAY)).toEqual([]);
    expect(missedPeriods('team', [], { from: day('2026-12-14'), to: TODAY }, TODAY)).toMatchObject([
      { from: '2026-12-14', to: '2026-12-14' },
    ]);
  });
});

describe('weekly checks', () => {
  test('seven days from one to the next are in time, eight are not', () => {
    const inTime = days('2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30');
    expect(missedPeriods('workshop', inTime, november, TODAY)).toEqual([]);
    const late = days('2026-11-02', '2026-11-10', '2026-11-16', '2026-11-23', '2026-11-30');
    expect(missedPeriods('workshop', late, november, TODAY)).toEqual([
      { from: '2026-11-03', to: '2026-11-09', times: 1 },
    ]);
  });
  test('a stretch to the end of the range counts, and its first seven days are covered', () => {
    expect(missedPeriods('workshop', days('2026-10-29', '2026-11-05'), november, TODAY)).toEqual([
      { from: '2026-11-06', to: '2026-11-30', times: 3 },
    ]);
  });
});

describe('monthly and quarterly checks', () => {
  const half = { from: day('2026-04-10'), to: day('2026-12-31') };
  test('only whole months that are over count', () => {
    const checked = days('2026-05-31', '2026-07-01', '2026-08-15', '2026-10-02', '2026-11-30');
    expect(missedPeriods('mine', checked, half, TODAY).map(({ from }) => from)).toEqual(['2026-06-01', '2026-09-01']);
  });
  test('only whole quarters that are over count', () => {
    expect(missedPeriods('group', [], half, TODAY)).toEqual([{ from: '2026-07-01', to: '2026-09-30', times: 1 }]);
    expect(missedPeriods('group', days('2026-09-30'), half, TODAY)).toEqual([]);
  });
});

const anyDay = fc
  .integer({ min: 0, max: 400 })
  .map((n) => day(new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)));
test('another check never adds a missed one, and what is missed lies in the range before today', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...checkLevel.options),
      fc.array(anyDay, { maxLength: 40 }),
      anyDay,
      anyDay,
      anyDay,
      (level, checked, one, other, more) => {
        const [from, to] = [one, other].sort();
        const range = { from: from ?? one, to: to ?? other };
        const sum = (list: readonly { times: number }[]) => list.reduce((n, { times }) => n + times, 0);
        const missed = missedPeriods(level, checked, range, day('2026-12-15'));
        expect(sum(missedPeriods(level, [...checked, more], range, day('2026-12-15')))).toBeLessThanOrEqual(
          sum(missed),
        );
        for (const period of missed) {
          expect(period.times).toBeGreaterThan(0);
          expect(period.from <= period.to && period.to < '2026-12-15').toBe(true);
        }
      },
    ),
  );
});
