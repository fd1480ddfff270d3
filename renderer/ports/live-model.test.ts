import { expect, test } from 'vitest';
import { detectorState, liveReading } from '../../electron/ports/listener-port.ts';
import {
  addToHistory,
  emptyLive,
  HOUR_MS,
  hearDetector,
  hearReading,
  hearStale,
  hearStates,
  isStale,
} from './live-model.ts';

const id = 'ab'.repeat(16);
const readingAt = (wall: number, value: unknown = { quality: 'ok', amount: '0.38', unit: '%VOL' }) =>
  liveReading.parse({
    detector: id,
    reading: { instrument: id, channel: 'ch4', gas: 'CH4', time: { wall, mono: 1, boot: id }, value },
    rawHex: '',
    flags: [],
  });
const key = `${id}/ch4`;

test('the newest reading of a channel is kept with the last real measurement', () => {
  const live = hearReading(
    hearReading(emptyLive, readingAt(1000)),
    readingAt(2000, { quality: 'fault', unit: null, detail: 'x' }),
  );
  const channel = live.channels.get(key);
  expect(channel?.latest.reading.value.quality).toBe('fault');
  expect(channel?.lastMeasured?.reading.time.wall).toBe(1000);
  expect(channel?.history).toHaveLength(1);
});
test('a channel is stale after three seconds, when told so, and when its detector is lost', () => {
  const live = hearReading(emptyLive, readingAt(10_000));
  const channel = live.channels.get(key);
  if (!channel) throw new Error('no channel');
  expect(isStale(live, channel, 12_000)).toBe(false);
  expect(isStale(live, channel, 13_001)).toBe(true);
  const told = hearStale(live, id, 'ch4').channels.get(key);
  expect(told && isStale(live, told, 10_100)).toBe(true);
});
test('the history keeps lowest and highest per column and no more than an hour', () => {
  const first = addToHistory(addToHistory([], 0, 0.3), 1000, 0.5);
  expect(first).toEqual([{ at: 0, min: 0.3, max: 0.5, last: 0.5 }]);
  const later = addToHistory(first, HOUR_MS + 3000, 0.2);
  expect(later).toHaveLength(1);
});
test('a stopped detector takes its channels along', () => {
  const detector = {
    detector: id,
    instrumentId: id,
    driver: 'itrans',
    path: '/dev/ttyUSB0',
    settings: {},
    phase: 'stopped',
    since: 0,
    fault: null,
    badFrames: 0,
    latest: [],
  } as unknown as Parameters<typeof hearDetector>[1];
  const live = hearDetector(hearReading(emptyLive, readingAt(1000)), detector);
  expect(live.channels.size).toBe(0);
});
test('a page that came later shows the tiles in the order of the listener, whoever spoke to it first', () => {
  const other = 'cd'.repeat(16);
  const spoke = liveReading.parse({ ...readingAt(1000), detector: other });
  const state = (detector: string) =>
    detectorState.parse({
      detector,
      instrumentId: id,
      driver: 'itrans',
      path: '/dev/ttyUSB0',
      settings: {},
      phase: 'live',
      since: 0,
      fault: null,
      badFrames: 0,
      latest: [],
      same: 'person',
      said: {},
    });
  const heard = hearReading(hearReading(emptyLive, spoke), readingAt(1001));
  expect([...hearStates(heard, [state(id), state(other)]).channels.keys()]).toEqual([key, `${other}/ch4`]);
});
