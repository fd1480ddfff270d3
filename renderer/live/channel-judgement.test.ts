import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveReading } from '../../electron/ports/listener-port.ts';
import { companyLimit, withCompany } from '../../rules/packs/company.ts';
import { packs } from '../../rules/packs/registry.ts';
import { isoDate } from '../../vocabulary/time.ts';
import type { ChannelLive } from '../ports/live-model.ts';
import { channelJudgement } from './channel-judgement.ts';

const date = isoDate.parse('2026-11-23');
const channel = (gas: string, value: object, history: readonly number[] = []): ChannelLive => {
  const latest = liveReading.parse({
    detector: 'd'.repeat(32),
    reading: {
      instrument: 'a'.repeat(32),
      channel: 'ch1',
      gas,
      time: { wall: 1_000_000, mono: 1, boot: 'b'.repeat(32) },
      value,
    },
    rawHex: '',
    flags: [],
  });
  return {
    key: 'x',
    detector: 'd',
    channel: 'ch1',
    latest,
    lastMeasured: latest,
    saidStale: false,
    since: 1_000_000,
    over: [],
    history: history.map((last, at) => ({ at: at * 3000, min: last, max: last, last })),
  };
};
const vol = (amount: string) => ({ quality: 'ok', amount, unit: '%VOL' });
const sightAt = (gas: string, value: object, place: 'faceAirflow' | 'faceIntake' | 'other' = 'faceAirflow') =>
  channelJudgement(channel(gas, value), place, date).sight;

test('the level comes from the rules of the place', () => {
  expect(sightAt('CH4', vol('1.50'))).toMatchObject({ kind: 'measured', level: 1, danger: 1.5, step: 0.1 });
  expect(sightAt('CH4', vol('1.49'))).toMatchObject({ level: 2 });
  expect(sightAt('CH4', vol('1.50'), 'other')).toMatchObject({ level: null });
});
test('just under a limit the level with margin is still that of the limit', () => {
  expect(sightAt('CH4', vol('1.46'))).toMatchObject({ level: 2, levelWithMargin: 1 });
  expect(sightAt('CH4', vol('1.44'))).toMatchObject({ level: 2, levelWithMargin: 2 });
});
test('oxygen is worse the lower it is', () => {
  const low = sightAt('O2', vol('19.5'), 'faceIntake');
  const lower = sightAt('O2', vol('18.0'), 'faceIntake');
  expect(low).toMatchObject({ kind: 'measured', level: 2 });
  expect(low.kind === 'measured' && lower.kind === 'measured' && lower.danger > low.danger).toBe(true);
});
test('over range is an alarm wherever one stands', () => {
  expect(sightAt('CH4', { quality: 'over_range', unit: '%VOL', detail: '' }, 'other')).toMatchObject({
    kind: 'overRange',
  });
});
test('warm-up, fault and stale are not known', () => {
  for (const quality of ['warmup', 'fault', 'stale', 'missing'])
    expect(sightAt('CH4', { quality, unit: null, detail: '' })).toEqual({ kind: 'unknown' });
});
test('a number without a settled unit alarms by its strictest reading', () => {
  const judgement = channelJudgement(
    channel('CH4', { quality: 'invalid', unit: null, detail: 'unit_unconfirmed +001.60' }),
    'faceAirflow',
    date,
  );
  expect(judgement.strictestOf).toBe('1.60');
  expect(judgement.sight).toMatchObject({ kind: 'measured', level: 1, cause: { strictest: true } });
});
test('a number without a settled gas is taken in the unit that is known, by the gas whose limit it breaks worst', () => {
  const open = (unit: string, detail: string) =>
    channelJudgement(channel('unknown', { quality: 'invalid', unit, detail }), 'faceAirflow', date).sight;
  expect(open('ppm', 'gas_unknown 30')).toMatchObject({ kind: 'measured', level: 2, cause: { strictest: true } });
  expect(open('%VOL', 'gas_unknown 1.60')).toMatchObject({ kind: 'measured', level: 1, cause: { strictest: true } });
  expect(open('ppm', 'gas_unknown 1')).toMatchObject({ kind: 'measured', level: null });
  expect(open('%VOL', 'scale_unknown')).toEqual({ kind: 'unknown' });
});
test('a rise that reaches the limit soon is worth a look', () => {
  const rising = Array.from({ length: 101 }, (_, at) => 0.2 + (at / 100) * 0.5);
  expect(channelJudgement(channel('CH4', vol('0.70'), rising), 'faceAirflow', date).sight).toMatchObject({ level: 3 });
  const steady = Array.from({ length: 101 }, () => 0.7);
  expect(channelJudgement(channel('CH4', vol('0.70'), steady), 'faceAirflow', date).sight).toMatchObject({
    level: null,
  });
});

describe("a mine's own stricter figures", () => {
  const own = (key: string, value: string) =>
    withCompany(
      packs,
      [
        companyLimit.parse({
          family: 'safety',
          key,
          value,
          title: '瓦斯管理规定',
          article: '第8条',
          from: '2026-01-01',
        }),
      ],
      date,
    );
  const judged = (
    gas: string,
    amount: string,
    company: ReturnType<typeof own> | null,
    place: 'faceAirflow' | 'faceIntake',
  ) => channelJudgement(channel(gas, vol(amount)), place, date, false, company);

  test('raise the alarm earlier, with their own document, while the verdict of the law stays', () => {
    const { sight, judged: law, byCompany } = judged('CH4', '1.25', own('ch4.cut', '1.2'), 'faceAirflow');
    expect(sight).toMatchObject({ level: 1, cause: { limit: '1.2', citations: [{ document: 'company' }] } });
    expect([law.alarm, byCompany?.alarm]).toEqual([2, 1]);
    expect(law.verdict).toMatchObject({ source: 'law', actions: ['stop-electric-drill'] });
    expect(judged('CH4', '1.5', own('ch4.cut', '1.2'), 'faceAirflow').sight).toMatchObject({
      level: 1,
      cause: { limit: '1.5' },
    });
  });

  test('of another gas or place say nothing here', () => {
    const { byCompany, sight } = judged('CH4', '1.25', own('toxic.CO', '20'), 'faceAirflow');
    expect(byCompany).toBeNull();
    expect(sight).toEqual(judged('CH4', '1.25', null, 'faceAirflow').sight);
  });

  test('never give less of an alarm than the law, whatever their figure', () => {
    const level = (given: number | null) => given ?? 4;
    const hundredths = fc.integer({ min: 0, max: 2500 }).map((count) => (count / 100).toFixed(2));
    const cases = fc.constantFrom(
      { gas: 'CH4', key: 'ch4.cut', place: 'faceAirflow' } as const,
      { gas: 'CH4', key: 'ch4.drill', place: 'faceAirflow' } as const,
      { gas: 'O2', key: 'air.O2-intake', place: 'faceIntake' } as const,
    );
    fc.assert(
      fc.property(cases, hundredths, hundredths, ({ gas, key, place }, figure, amount) => {
        const law = judged(gas, amount, null, place).sight;
        const both = judged(gas, amount, own(key, figure), place).sight;
        if (law.kind !== 'measured' || both.kind !== 'measured') throw new Error('a number is measured');
        expect(level(both.level)).toBeLessThanOrEqual(level(law.level));
        expect(level(both.levelWithMargin)).toBeLessThanOrEqual(level(law.levelWithMargin));
        expect(both.step).toBeLessThanOrEqual(law.step);
        expect(both.danger).toBe(law.danger);
      }),
    );
  });
});
