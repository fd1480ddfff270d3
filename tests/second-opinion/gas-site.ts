import { above, absolute, atLeast, atMost, below, fraction, minus, toNumber } from './fraction.ts';
import { named, near, passUnless, type SecondRule, secondRule, yes } from './opinion.ts';

const f = fraction;
const places = [
  'mainReturn',
  'wingReturn',
  'districtReturn',
  'faceReturn',
  'headingReturn',
  'faceAirflow',
  'headingAirflow',
  'blastingWithin20m',
  'motorWithin20m',
  'localAccumulation',
] as const;

/** Articles 171–173: what has to be done at a place, gravest last. */
function methaneActions(place: (typeof places)[number], ch4: number, volume: number | null): string[] {
  const c = f(ch4);
  const stop = ['stop-work', 'cut-power', 'withdraw', 'treat'];
  switch (place) {
    case 'mainReturn':
    case 'wingReturn':
      return above(c, f('0.75')) ? ['investigate', 'treat'] : [];
    case 'districtReturn':
    case 'faceReturn':
    case 'headingReturn':
      return above(c, f(1)) ? ['stop-work', 'withdraw', 'treat'] : [];
    case 'faceAirflow':
    case 'headingAirflow':
      if (atLeast(c, f('1.5'))) return stop;
      return atLeast(c, f(1)) ? ['stop-electric-drill'] : [];
    case 'blastingWithin20m':
      if (atLeast(c, f('1.5'))) return ['no-blasting', ...stop];
      return atLeast(c, f(1)) ? ['no-blasting'] : [];
    case 'motorWithin20m':
      return atLeast(c, f('1.5')) ? stop : [];
    case 'localAccumulation': {
      const isLarge = volume !== null && above(f(volume), f('0.5'));
      return isLarge && atLeast(c, f(2)) ? ['stop-work-within-20m', 'withdraw', 'cut-power', 'treat'] : [];
    }
  }
}

const exceeding = (actions: readonly string[]) => ({ verdict: actions.length > 0 ? 'exceeded' : 'normal', actions });

const methane = secondRule({
  id: 'gas.ch4.action',
  sets: ['actions'],
  mayBeNull: ['accumulationVolume_m3'],
  input: (r) => {
    const location = r.pick(places);
    const isPile = location === 'localAccumulation';
    return {
      location,
      ch4_pct: near(r, [0.75, 1, 1.5, 2], 0.01, 4),
      accumulationVolume_m3: isPile && r.below(4) > 0 ? near(r, [0.5], 0.1, 3) : null,
    };
  },
  expected: (i) => {
    const isOpen =
      i.location === 'localAccumulation' && i.accumulationVolume_m3 === null && atLeast(f(i.ch4_pct), f(2));
    return isOpen ? { verdict: 'unknown' } : exceeding(methaneActions(i.location, i.ch4_pct, i.accumulationVolume_m3));
  },
});

const repower = secondRule({
  id: 'gas.ch4.repower',
  input: (r) => ({ ch4_pct: near(r, [1], 0.01, 2) }),
  expected: (i) => ({ verdict: below(f(i.ch4_pct), f(1)) ? 'may-repower' : 'keep-off' }),
});

const carbonDioxide = secondRule({
  id: 'gas.co2.action',
  sets: ['actions'],
  input: (r) => ({
    location: r.pick([
      'mainReturn',
      'wingReturn',
      'districtReturn',
      'faceReturn',
      'headingReturn',
      'faceAirflow',
      'headingAirflow',
      'motorWithin20m',
      'localAccumulation',
    ]),
    co2_pct: near(r, [0.75, 1.5], 0.01, 3),
  }),
  expected: (i) => {
    const c = f(i.co2_pct);
    // Beside a motor and in an accumulation only methane has a figure.
    if (i.location === 'motorWithin20m' || i.location === 'localAccumulation')
      return { verdict: 'not-applicable', actions: [] };
    const isMain = i.location === 'mainReturn' || i.location === 'wingReturn';
    if (isMain) return exceeding(above(c, f('0.75')) ? ['investigate', 'treat'] : []);
    if (i.location.endsWith('Return')) return exceeding(above(c, f('1.5')) ? ['stop-work', 'withdraw', 'treat'] : []);
    return exceeding(atLeast(c, f('1.5')) ? ['stop-work', 'withdraw', 'investigate', 'plan', 'treat'] : []);
  },
});

const toxicLimits = { CO: 24, NO2: 2.5, SO2: 5, H2S: 6.6, NH3: 40 } as const;
const toxic = secondRule({
  id: 'gas.toxic.limit',
  input: (r) => ({
    gas: r.pick(['CO', 'NO2', 'SO2', 'H2S', 'NH3'] as const),
    value_ppm: near(r, [24, 2.5, 5, 6.6, 40], 0.1, 60),
  }),
  expected: (i) => {
    const limit = toxicLimits[i.gas];
    return { limit_ppm: limit, verdict: atMost(f(i.value_ppm), f(limit)) ? 'pass' : 'fail' };
  },
});

const air = secondRule({
  id: 'gas.air.composition',
  input: (r) => {
    const gas = r.pick(['O2-intake', 'CO2-intake', 'H2-charging'] as const);
    return { gas, value_pct: near(r, gas === 'O2-intake' ? [20] : [0.5], 0.01, gas === 'O2-intake' ? 21 : 2) };
  },
  expected: (i) => {
    const isOxygen = i.gas === 'O2-intake';
    const limit = isOxygen ? 20 : 0.5;
    const isMet = isOxygen ? atLeast(f(i.value_pct), f(20)) : atMost(f(i.value_pct), f('0.5'));
    return { limit_pct: limit, verdict: isMet ? 'pass' : 'fail' };
  },
});

/** Section 2.1 of the gas reference: faces and headings in coal 0.25–4 m/s, in rock from 0.15, sprayed faces to 5, mains 8, districts 6. */
const airSpeed = secondRule({
  id: 'gas.air.speed',
  sets: ['fails'],
  mayBeNull: ['rockHeading', 'infusionAndSprays'],
  input: (r) => ({
    airway: r.pick(['face', 'heading', 'mainAirway', 'districtAirway'] as const),
    airSpeed_mPerS: near(r, [0.15, 0.25, 4, 5, 6, 8], 0.01, 10),
    rockHeading: r.pick([true, false, null]),
    infusionAndSprays: r.pick([true, false, null]),
  }),
  expected: (i) => {
    const v = f(i.airSpeed_mPerS);
    const most = { face: 4, heading: 4, mainAirway: 8, districtAirway: 6 }[i.airway];
    if (i.airway.endsWith('Airway')) return passUnless(named([above(v, f(most)), 'too-fast']));
    const isSlow = below(v, f('0.25'));
    if (i.airway === 'heading' && isSlow && atLeast(v, f('0.15'))) {
      if (i.rockHeading === null) return { verdict: 'unknown' };
      if (i.rockHeading) return passUnless([]);
    }
    const isFast = above(v, f(4));
    if (i.airway === 'face' && isFast && atMost(v, f(5))) {
      if (i.infusionAndSprays === null) return { verdict: 'unknown' };
      if (i.infusionAndSprays) return passUnless([]);
    }
    return passUnless(named([isSlow, 'too-slow'], [isFast, 'too-fast']));
  },
});

const temperature = secondRule({
  id: 'gas.air.temperature',
  input: (r) => ({
    airPlace: r.pick(['workface', 'chamber'] as const),
    temperature_degC: near(r, [26, 30, 34], 0.1, 40),
  }),
  expected: (i) => {
    const most = i.airPlace === 'chamber' ? 30 : 26;
    return { limit_degC: most, verdict: atMost(f(i.temperature_degC), f(most)) ? 'pass' : 'fail' };
  },
});

/** Table 18: alarm, cut, re-power; a dash in the table asks nothing. */
const settings: Readonly<Record<string, readonly [number, number | null, number | null]>> = {
  face: [1, 1.5, 1],
  returnCorner: [1, 1.5, 1],
  faceReturn: [1, 1, 1],
  faceReturnMiddle: [1, 1, 1],
  faceIntakeOutburst: [0.5, 0.5, 0.5],
  seriesFaceIntake: [0.5, 0.5, 0.5],
  shearer: [1, 1.5, 1],
  headingFace: [1, 1.5, 1],
  headingReturn: [1, 1, 1],
  headingMiddle: [1, 1, 1],
  headingIntakeOutburst: [0.5, 0.5, 0.5],
  seriesLocalFan: [0.5, 0.5, 0.5],
  continuousMiner: [1, 1.5, 1],
  districtReturn: [1, 1, 1],
  mainReturn: [0.75, null, null],
  trolleyLoading: [0.5, 0.5, 0.5],
  batteryLoco: [0.5, 0.5, 0.5],
  dieselVehicle: [0.5, 0.5, 0.5],
  beltReturnShaft: [0.5, 0.7, 0.7],
  coalBunker: [1.5, 1.5, 1.5],
  surfaceDrainagePumpRoom: [0.5, null, null],
  tempPumpStationFence: [1, 1, 1],
};
const sensor = secondRule({
  id: 'gas.sensor.setting',
  sets: ['fails'],
  mayBeNull: ['alarm_pct', 'cut_pct', 'repower_pct'],
  input: (r) => {
    const figure = () => (r.below(8) === 0 ? null : near(r, [0.5, 0.7, 0.75, 1, 1.5], 0.01, 2));
    const [first = 'face', ...rest] = Object.keys(settings);
    return { sensorLocation: r.pick([first, ...rest]), alarm_pct: figure(), cut_pct: figure(), repower_pct: figure() };
  },
  expected: (i) => {
    const [alarm, cut, on] = settings[i.sensorLocation] ?? [0, null, null];
    const isLate = (set: number | null, table: number | null) =>
      table !== null && (set === null || above(f(set), f(table)));
    return passUnless(
      named(
        [isLate(i.alarm_pct, alarm), 'alarm-late'],
        [isLate(i.cut_pct, cut), 'cut-late'],
        [isLate(i.repower_pct, on), 'repower-early'],
      ),
    );
  },
});

const frequency = secondRule({
  id: 'gas.check.frequency',
  sets: ['fails'],
  input: (r) => ({
    mineGrade: r.pick(['low', 'high', 'outburst']),
    faceIsOutburstOrAbnormal: yes(r),
    workedThisShift: yes(r),
    ch4Checks_perShift: r.below(6),
    co2Checks_perShift: r.below(6),
    dedicatedInspector: yes(r),
  }),
  expected: (i) => {
    const ch4 = !i.workedThisShift ? 1 : i.mineGrade === 'low' ? 2 : 3;
    const co2 = i.workedThisShift ? 2 : 1;
    return {
      requiredCh4Checks_perShift: ch4,
      requiredCo2Checks_perShift: co2,
      ...passUnless(
        named(
          [i.faceIsOutburstOrAbnormal && !i.dedicatedInspector, 'dedicated-inspector'],
          [i.ch4Checks_perShift < ch4, 'ch4-checks'],
          [i.co2Checks_perShift < co2, 'co2-checks'],
        ),
      ),
    };
  },
});

const DAY_MS = 86_400_000;
const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * DAY_MS).toISOString().slice(0, 10);

const calibration = secondRule({
  id: 'gas.detector.calibration',
  input: (r) => ({
    lastCalibration_date: '2026-02-20',
    inspection_date: dayAfter('2026-02-20', near(r, [0, 15], 1, 60) - r.below(3)),
  }),
  expected: (i) => {
    const elapsed = (Date.parse(i.inspection_date) - Date.parse(i.lastCalibration_date)) / DAY_MS;
    const verdict = elapsed < 0 ? 'invalid-date' : elapsed > 15 ? 'fail' : 'pass';
    return { elapsed_d: elapsed, limit_d: 15, verdict };
  },
});

const certificate = secondRule({
  id: 'gas.detector.certificate',
  input: (r) => ({ validUntil_date: '2026-06-30', inspection_date: dayAfter('2026-06-25', r.below(11)) }),
  expected: (i) => ({ verdict: i.inspection_date <= i.validUntil_date ? 'pass' : 'fail' }),
});

/** The same day of the sixth month before; where that month is shorter, its last day. */
function halfYearBefore(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + (month - 1) - 6;
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
  const length = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(date, length)).padStart(2, '0')}`;
}

const lock = secondRule({
  id: 'gas.lock.test',
  input: (r) => ({
    lastLockTest_date: r.pick([dayAfter('2026-08-14', r.below(24)), dayAfter('2026-02-24', r.below(11))]),
    mayStopLocalFan: r.below(2) === 1,
    inspection_date: r.pick(['2026-08-31', '2026-08-28']),
  }),
  expected: (i) => {
    if (i.lastLockTest_date > i.inspection_date) return { verdict: 'invalid-date' };
    const latest = i.mayStopLocalFan ? halfYearBefore(i.inspection_date) : dayAfter(i.inspection_date, -15);
    return { verdict: i.lastLockTest_date >= latest ? 'pass' : 'fail' };
  },
});

const permitted = {
  catalytic: [
    [1, 0.1],
    [2, 0.2],
    [4, 0.3],
  ],
  interference: [
    [1, 0.05],
    [4, 0.1],
    [7, 0.2],
    [10, 0.3],
  ],
} as const;
const error = secondRule({
  id: 'gas.detector.error',
  input: (r) => {
    const standard = near(r, [1, 2, 4, 7, 10], 0.01, 12);
    const off = near(r, [0.05, 0.1, 0.2, 0.3], 0.01, 0.5) * (yes(r) ? 1 : -1);
    return {
      principle: r.pick(['catalytic', 'interference'] as const),
      standardGas_pct: standard,
      reading_pct: Math.max(0, Number((standard + off).toFixed(2))),
    };
  },
  expected: (i) => {
    const difference = minus(f(i.reading_pct), f(i.standardGas_pct));
    const allowed = permitted[i.principle].find(([most]) => atMost(f(i.standardGas_pct), f(most)))?.[1] ?? null;
    if (allowed === null) return { error_pct: toNumber(difference), allowed_pct: null, verdict: 'out-of-range' };
    const isMet = atMost(absolute(difference), f(allowed));
    return { error_pct: toNumber(difference), allowed_pct: allowed, verdict: isMet ? 'pass' : 'fail' };
  },
});

const compare = secondRule({
  id: 'gas.detector.compare',
  input: (r) => ({
    sensor_pct: near(r, [0.6], 0.01, 2),
    portable_pct: near(r, [0.6, 0.8], 0.01, 2),
    allowedDifference_pct: near(r, [0.1], 0.01, 0.4),
  }),
  expected: (i) => {
    const difference = absolute(minus(f(i.sensor_pct), f(i.portable_pct)));
    const isMet = atMost(difference, f(i.allowedDifference_pct));
    return {
      difference_pct: toNumber(difference),
      governing_pct: isMet ? null : Math.max(i.sensor_pct, i.portable_pct),
      recalibrateBothWithin_h: isMet ? null : 8,
      verdict: isMet ? 'pass' : 'fail',
    };
  },
});

const localFan = secondRule({
  id: 'gas.localFan.restart',
  input: (r) => ({
    stoppedZoneMaxCH4_pct: near(r, [1, 3], 0.01, 5),
    stoppedZoneMaxCO2_pct: near(r, [1.5, 3], 0.01, 5),
    fanVicinityCH4_pct: near(r, [0.5], 0.01, 1),
  }),
  expected: (i) => {
    const [ch4, co2] = [f(i.stoppedZoneMaxCH4_pct), f(i.stoppedZoneMaxCO2_pct)];
    if (above(ch4, f(3)) || above(co2, f(3))) return { verdict: 'chief-engineer-approved-discharge' };
    if (above(ch4, f(1)) || above(co2, f('1.5'))) return { verdict: 'controlled-discharge' };
    const isClear = atMost(f(i.fanVicinityCH4_pct), f('0.5'));
    return { verdict: isClear ? 'manual-restart-allowed' : 'clear-fan-vicinity-first' };
  },
});

/** 煤矿安全规程 on gas and the detectors, written a second time. */
export const siteRules: readonly SecondRule[] = [
  methane,
  repower,
  carbonDioxide,
  toxic,
  air,
  airSpeed,
  temperature,
  sensor,
  frequency,
  calibration,
  certificate,
  error,
  compare,
  localFan,
  lock,
];
