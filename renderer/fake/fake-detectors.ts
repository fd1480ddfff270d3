import type { z } from 'zod';
import type { detectorState, liveReading } from '../../electron/ports/listener-port.ts';
import type { Gas } from '../../vocabulary/gas.ts';
import { fakeId, fakeNow, minutes } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

export type FakeReading = z.input<typeof liveReading>;
export type FakeDetector = z.input<typeof detectorState>;
type Value = FakeReading['reading']['value'];

interface FakeChannel {
  readonly gas: Gas;
  readonly detector: string;
  readonly level: number;
  readonly unit: '%VOL' | 'ppm';
  readonly decimals: number;
  readonly value?: Value;
  /** Age of the newest reading in milliseconds. */
  readonly age?: number;
  /** Ends the hour with a rise to `level`. */
  readonly rising?: boolean;
}

const calm: readonly FakeChannel[] = [
  { gas: 'CH4', detector: 'one', level: 0.38, unit: '%VOL', decimals: 2 },
  { gas: 'O2', detector: 'one', level: 20.4, unit: '%VOL', decimals: 1 },
  { gas: 'CO', detector: 'one', level: 4, unit: 'ppm', decimals: 0 },
  { gas: 'CO2', detector: 'two', level: 0.21, unit: '%VOL', decimals: 2, age: 1100 },
  { gas: 'H2S', detector: 'one', level: 0.4, unit: 'ppm', decimals: 1 },
];
const word = (quality: Exclude<Value['quality'], 'ok'>, detail = ''): Value => ({ quality, unit: null, detail });

const channelsOf = (scene: SceneName): readonly FakeChannel[] => {
  const [ch4, o2, co, co2, h2s] = calm;
  if (!ch4 || !o2 || !co || !co2 || !h2s) return [];
  if (scene === 'alarm')
    return [{ ...ch4, level: 1.52, rising: true }, { ...o2, level: 20.1 }, { ...co, age: 47_000 }, co2, h2s];
  if (scene === 'unknown')
    return [
      { ...ch4, level: 3.9, rising: true, value: word('over_range') },
      { ...o2, value: word('fault', '0x04') },
      { ...co, age: 47_000 },
      { ...co2, value: word('warmup', '75 s') },
      { ...h2s, value: word('under_range') },
      { ...ch4, detector: 'two', value: word('invalid', 'unit_unconfirmed +001.60') },
    ];
  if (scene === 'gas') return [{ ...ch4, level: 1.06 }, o2, co, co2, h2s];
  if (scene === 'calm') return calm;
  if (scene === 'stream') return streaming;
  if (scene === 'normal' || scene === 'full' || scene === 'many')
    return [...calm, { ...ch4, detector: 'three', value: word('warmup', '75 s') }];
  return [];
};

const noise = (at: number): number => Math.sin(at / 7) * 0.5 + Math.sin(at / 23 + 1) * 0.3 + Math.sin(at / 2.7) * 0.2;

const reading = (channel: FakeChannel, wall: number, value: Value): FakeReading => ({
  detector: fakeId(channel.detector),
  reading: {
    instrument: fakeId(`instrument-${channel.detector}`),
    channel: channel.gas.toLowerCase(),
    gas: channel.gas,
    time: { wall, mono: wall - fakeNow + minutes(300), boot: fakeId('boot') },
    value,
  },
  rawHex: '0103020026',
  flags: [],
});

const amountAt = (channel: FakeChannel, back: number): Value => {
  const rise = channel.rising ? Math.max(0, 1 - back / 1020) : 1;
  const base = channel.rising ? 0.4 + (channel.level - 0.4) * rise ** 2 : channel.level;
  const wave =
    back === 0 ? 0 : noise(back + channel.level * 100) * channel.level * (channel.gas === 'O2' ? 0.003 : 0.08);
  return { quality: 'ok', amount: Math.max(0, base + wave).toFixed(channel.decimals), unit: channel.unit };
};

/** An hour with a silence of five minutes in it, past the range once for a while and again at its end. */
const pastRange = (channel: FakeChannel, past: readonly FakeReading[]): FakeReading[] =>
  past.flatMap((one, at) => {
    if (at >= 300 && at < 400) return [];
    const isOver = (at >= 800 && at < 840) || at >= 1150;
    return [isOver ? reading(channel, one.reading.time.wall, channel.value ?? word('over_range')) : one];
  });

/** An hour of readings every three seconds, oldest first. */
export function fakeReadings(scene: SceneName): FakeReading[] {
  return channelsOf(scene).flatMap((channel) => {
    const newest = fakeNow - (channel.age ?? 400);
    const past = Array.from({ length: 1200 }, (_, at) => {
      const back = (1199 - at) * 3;
      return reading(channel, newest - back * 1000, amountAt(channel, back));
    });
    if (channel.value?.quality === 'warmup')
      return [reading(channel, newest - WARMING_MS, channel.value), reading(channel, newest, channel.value)];
    if (channel.value?.quality === 'over_range') return pastRange(channel, past);
    return channel.value ? [reading(channel, newest, channel.value)] : past;
  });
}

const settingsOf = (driver: string): FakeDetector['settings'] => ({
  warmupMs: 180_000,
  ...(driver === 'itrans' ? { slave: 1 } : {}),
});

/** Eight detectors whose values take one digit more and less as they go. */
const streaming: readonly FakeChannel[] = Array.from({ length: 8 }, (_, at) => {
  const one = calm[at % calm.length];
  return {
    gas: 'CO',
    unit: 'ppm',
    decimals: 0,
    ...one,
    level: one?.gas === 'CO' ? 9.5 : (one?.level ?? 4),
    detector: `stream${at}`,
  };
});

/** What eight detectors say at one moment. */
export const streamedReadings = (wall: number): FakeReading[] =>
  streaming.map((channel, at) => {
    if (channel.gas !== 'CO') return reading(channel, wall, amountAt(channel, 1 + ((wall / 300 + at * 31) % 1000)));
    return reading(channel, wall, { quality: 'ok', amount: String(9 + (Math.floor(wall / 700) % 2)), unit: 'ppm' });
  });

/** How long ago the warm-up of a scene began. */
const WARMING_MS = 105_000;
const isWarming = (scene: SceneName, name: string): boolean =>
  channelsOf(scene).some((channel) => channel.detector === name && channel.value?.quality === 'warmup');

/** The detectors of a scene with their newest readings. */
export function fakeDetectors(scene: SceneName): FakeDetector[] {
  const names = [...new Set(channelsOf(scene).map((channel) => channel.detector))];
  return names.map((name, at) => {
    const driver = at === 1 ? 'mhz9041a' : 'itrans';
    return {
      detector: fakeId(name),
      instrumentId: fakeId(`instrument-${name}`),
      driver,
      path: `/dev/ttyUSB${at}`,
      settings: settingsOf(driver),
      phase: 'live',
      since: isWarming(scene, name) ? fakeNow - WARMING_MS : fakeNow - minutes(62),
      fault: null,
      badFrames: 0,
      ...samenessIn(scene, at),
      latest: [],
    };
  });
}

/** In the full scene one is not known to be the registered one, and one says that it is another. */
const samenessIn = (scene: SceneName, at: number): Pick<FakeDetector, 'same' | 'said'> =>
  scene === 'full' && at < 2
    ? { same: at === 0 ? 'open' : 'differs', said: { serial_number: 'Z41-0031' } }
    : { same: 'line', said: {} };
