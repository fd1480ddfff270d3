import { expect, test } from 'vitest';
import { liveReading } from '../../electron/ports/listener-port.ts';
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
