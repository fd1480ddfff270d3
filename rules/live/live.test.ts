import { describe, expect, test } from 'vitest';
import type { Gas } from '../../vocabulary/gas.ts';
import { type PlaceCode, placeCode } from '../../vocabulary/place.ts';
import { decimalString, type GasUnit } from '../../vocabulary/quantity.ts';
import type { NotMeasured } from '../../vocabulary/reading.ts';
import { isoDate } from '../../vocabulary/time.ts';
import { alarmLevel } from './alarm-level.ts';
import { convert } from './convert.ts';
import { judgeLive, judgeUnconfirmed } from './judge-live.ts';
import { limitsAt } from './limits-at.ts';
import { placeToActionLocation } from './place-rules.ts';

const date = isoDate.parse('2026-01-15');
const amount = (text: string) => decimalString.parse(text);
const seen = (place: PlaceCode, gas: Gas, text: string, unit: GasUnit = '%VOL') =>
  judgeLive(place, { gas, value: { quality: 'ok', amount: amount(text), unit } }, date);
const unseen = (place: PlaceCode, gas: Gas, quality: NotMeasured) =>
  judgeLive(place, { gas, value: { quality, unit: '%VOL', detail: '' } }, date);

describe('places', () => {
  test('a sensor place follows the action rule of the air it stands in', () => {
    expect(placeToActionLocation('returnCorner')).toBe('faceAirflow');
    expect(placeToActionLocation('continuousMiner')).toBe('headingAirflow');
    expect(placeToActionLocation('faceReturnMiddle')).toBe('faceReturn');
    expect(placeToActionLocation('motorWithin20m')).toBe('motorWithin20m');
    expect(placeToActionLocation('mainReturn')).toBe('mainReturn');
    expect(placeCode.options.filter((code) => placeToActionLocation(code) === null).sort()).toEqual(
      [
        'batteryLoco',
        'beltReturnShaft',
        'chargingRoom',
        'coalBunker',
        'dieselVehicle',
        'faceIntake',
        'faceIntakeOutburst',
        'headingIntakeOutburst',
        'other',
        'seriesFaceIntake',
        'seriesLocalFan',
        'surfaceDrainagePumpRoom',
        'tempPumpStationFence',
        'trolleyLoading',
      ].sort(),
    );
  });

  test('a tile shows the limits of its place, least first, and none where there is none', () => {
    expect(limitsAt('returnCorner', 'CH4', date)?.map(({ value, reachedWhen }) => `${reachedWhen}${value}`)).toEqual([
      '>=1.0',
      '>=1.5',
    ]);
    expect(limitsAt('other', 'CO', date)).toMatchObject([{ value: '24', unit: 'ppm', reachedWhen: '>' }]);
    expect(limitsAt('faceIntake', 'O2', date)).toMatchObject([{ value: '20', reachedWhen: '<' }]);
    expect(limitsAt('chargingRoom', 'H2', date)).toMatchObject([{ value: '0.5', reachedWhen: '>' }]);
    expect(limitsAt('other', 'CH4', date)).toBeNull();
    expect(limitsAt('face', 'COMB', date)).toBeNull();
    expect(limitsAt('motorWithin20m', 'CO2', date)).toBeNull();
    expect(limitsAt('face', 'CH4', isoDate.parse('2020-01-01'))).toBeNull();
  });
});

describe('live verdicts', () => {
  test('at the cut-off figure people are withdrawn: level 1 with its actions', () => {
    const { verdict, alarm, margin } = seen('face', 'CH4', '1.52');
    expect(verdict).toMatchObject({ status: 'fail', actions: ['stop-work', 'cut-power', 'withdraw', 'treat'] });
    expect([alarm, margin?.over, margin?.amount]).toEqual([1, true, '0.02']);
  });

  test('other actions and broken toxic or oxygen limits are level 2', () => {
    expect(seen('face', 'CH4', '1.00').alarm).toBe(2);
    expect(seen('mainReturn', 'CH4', '0.76').alarm).toBe(2);
    expect(seen('other', 'CO', '25', 'ppm').alarm).toBe(2);
    expect(seen('faceIntake', 'O2', '19.9').alarm).toBe(2);
  });

  test('a reading within a fifth of its limit is level 3, normal oxygen is none', () => {
    expect(seen('face', 'CH4', '0.81')).toMatchObject({ alarm: 3, margin: { over: false, amount: '0.19' } });
    expect(seen('face', 'CH4', '0.80').alarm).toBeNull();
    expect(seen('faceIntake', 'O2', '20.9').alarm).toBeNull();
  });

  test('over-range is level 1, with a limit or without one', () => {
    expect(unseen('face', 'CH4', 'over_range')).toMatchObject({ alarm: 1, verdict: { status: 'fail' } });
    expect(unseen('other', 'COMB', 'over_range')).toMatchObject({ alarm: 1, verdict: null });
    expect(unseen('faceIntake', 'O2', 'under_range')).toMatchObject({ alarm: 1, verdict: { status: 'fail' } });
    expect(unseen('face', 'CH4', 'under_range')).toMatchObject({ alarm: null, verdict: { status: 'unknown' } });
  });

  test('lost data is unknown and no alarm of its own', () => {
    expect(unseen('face', 'CH4', 'stale')).toMatchObject({
      alarm: null,
      margin: null,
      verdict: { status: 'unknown', reason: 'quality:stale' },
    });
  });

  test('a named %LEL standard is converted with its working', () => {
    const iso = seen('face', 'CH4', '30', '%LEL(ISO 10156)');
    expect(iso.verdict).toMatchObject({ status: 'fail', facts: { ch4_pct: '1.5' } });
    expect(iso.verdict?.workings[0]).toMatchObject({
      formula: 'c_v = c · L / 100',
      values: [
        { symbol: 'c', value: '30', unit: '%LEL(ISO 10156)' },
        { symbol: 'L', value: '5', unit: '%VOL' },
      ],
      result: '1.5',
      unit: '%VOL',
    });
    expect(seen('face', 'CH4', '30', '%LEL(IEC 60079-20-1)').verdict?.facts).toMatchObject({ ch4_pct: '1.32' });
  });

  test('plain %LEL has no verdict but alarms by the strictest basis', () => {
    const plain = seen('face', 'CH4', '30', '%LEL');
    expect(plain.verdict).toMatchObject({ status: 'unknown', reason: 'lel-basis', actions: [] });
    expect(plain.strictest).toMatchObject({ status: 'fail', facts: { ch4_pct: '1.5' } });
    expect(plain.alarm).toBe(1);
    expect(seen('face', 'CH4', '10', '%LEL')).toMatchObject({ alarm: null, verdict: { status: 'unknown' } });
  });

  test('a number of unconfirmed unit alarms as if it were in the unit of the limit', () => {
    expect(judgeUnconfirmed('face', 'CH4', amount('1.5'), date).alarm).toBe(1);
  });

  test('a number of an unknown gas alarms by the gas whose limit it breaks worst, in its unit where that is known', () => {
    expect(judgeUnconfirmed('face', 'unknown', amount('1.5'), date)).toMatchObject({ alarm: 1, gas: 'CH4' });
    expect(judgeUnconfirmed('face', 'unknown', amount('30'), date, 'ppm')).toMatchObject({ alarm: 2, gas: 'CO' });
    expect(judgeUnconfirmed('face', 'unknown', amount('0.1'), date, 'ppm').alarm).toBeNull();
    expect(judgeUnconfirmed('face', 'CH4', amount('20'), date, '%LEL(ISO 10156)').alarm).toBe(2);
    expect(judgeUnconfirmed('face', 'CH4', amount('20'), date, '%FS').alarm).toBe(1);
  });

  test('an accumulation of unknown volume is unknown and alarms as a large one', () => {
    const pool = seen('localAccumulation', 'CH4', '2.1');
    expect(pool).toMatchObject({ alarm: 1, verdict: { status: 'unknown', reason: 'missing:accumulationVolume_m3' } });
  });

  test('ppm and %VOL convert by 10 000, ppm*m and %FS never', () => {
    expect(seen('face', 'CH4', '15000', 'ppm').verdict?.facts).toMatchObject({ ch4_pct: '1.5' });
    expect(seen('other', 'CO', '0.0024').verdict).toMatchObject({ status: 'pass', facts: { value_ppm: '24' } });
    for (const unit of ['ppm*m', '%FS'] as const)
      expect(seen('face', 'CH4', '900', unit)).toMatchObject({
        alarm: null,
        strictest: null,
        verdict: { status: 'unknown', reason: `unit:${unit}` },
      });
    expect(convert('H2', amount('10'), '%LEL(ISO 10156)', '%VOL')).toMatchObject({ is: 'undecided', strictest: null });
  });
});

test('a rise that reaches the limit within five minutes, or a certificate ending, is an advisory', () => {
  const calm = { beyondRange: false, marginShare: 0.9, minutesToLimit: null, certificateEnding: false };
  expect(alarmLevel(null, calm)).toBeNull();
  expect(alarmLevel(null, { ...calm, minutesToLimit: 5 })).toBe(3);
  expect(alarmLevel(null, { ...calm, minutesToLimit: 5.1 })).toBeNull();
  expect(alarmLevel(null, { ...calm, certificateEnding: true })).toBe(3);
});
