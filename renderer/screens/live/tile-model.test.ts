import fc from 'fast-check';
import { expect, test } from 'vitest';
import { liveReading } from '../../../electron/ports/listener-port.ts';
import { placeCode } from '../../../vocabulary/place.ts';
import { gasUnit } from '../../../vocabulary/quantity.ts';
import { quality } from '../../../vocabulary/reading.ts';
import { scaled } from '../../../vocabulary/test-scale.ts';
import { isoDate } from '../../../vocabulary/time.ts';
import { channelJudgement } from '../../live/channel-judgement.ts';
import type { ChannelHere } from '../../live/use-channels.ts';
import { showReading } from '../../parts/quantity-text.ts';
import type { ChannelLive } from '../../ports/live-model.ts';
import { en } from '../../words/en.ts';
import { zh } from '../../words/zh.ts';
import { calmWord, tileState, tileTone, warmSince } from './tile-model.ts';

const date = isoDate.parse('2026-11-23');
const details = fc.constantFrom('', '0x04', '75 s', 'unit_unconfirmed +001.60', 'gas_unknown 12', '1.52', '9999');
const value = fc.oneof(
  fc.record({
    quality: fc.constant('ok' as const),
    amount: fc.integer({ min: -50, max: 12_000 }).map((n) => (n / 100).toFixed(2)),
    unit: fc.constantFrom(...gasUnit.options),
  }),
  fc.record({
    quality: fc.constantFrom(...quality.exclude(['ok']).options),
    unit: fc.option(fc.constantFrom(...gasUnit.options)),
    detail: details,
  }),
);
const place = fc.constantFrom(...placeCode.options);
const gas = fc.constantFrom('CH4', 'CO', 'O2', 'CO2', 'H2S', 'H2', 'COMB', 'unknown');

const hereOf = (
  code: Parameters<typeof channelJudgement>[1],
  reading: object,
  name: string,
  stale: boolean,
): ChannelHere => {
  const latest = liveReading.parse({
    detector: 'd'.repeat(32),
    reading: {
      instrument: 'a'.repeat(32),
      channel: 'ch1',
      gas: name,
      time: { wall: 1_000_000, mono: 1, boot: 'b'.repeat(32) },
      value: reading,
    },
    rawHex: '0152',
    flags: [],
  });
  const channel: ChannelLive = {
    key: 'x',
    detector: 'd',
    channel: 'ch1',
    latest,
    lastMeasured: latest,
    saidStale: stale,
    since: 1_000_000,
    history: [],
    over: [],
  };
  return { channel, stale, instrument: null, ...channelJudgement(channel, code, date) };
};

test('whatever is read, digits stand only where a value was measured and is fresh', () => {
  fc.assert(
    fc.property(value, gas, place, fc.boolean(), (reading, name, code, stale) => {
      const here = hereOf(code, reading, name, stale);
      const state = tileState(here, null, false);
      expect(state.kind === 'value').toBe(reading.quality === 'ok' && !stale);
      const shown = showReading(here.channel.latest.reading.value, here.channel.latest.reading.gas, stale);
      expect(shown.kind === 'number').toBe(state.kind === 'value');
      if (shown.kind !== 'word') return;
      for (const words of [zh, en]) expect(words.marks[shown.word]).not.toMatch(/\d/);
    }),
    { numRuns: scaled(500) },
  );
});

test('a warm-up that began before the page was loaded goes on, one after a measurement begins anew', () => {
  const { channel } = hereOf('other', { quality: 'warmup', unit: null, detail: '' }, 'CH4', false);
  expect(warmSince({ ...channel, lastMeasured: null }, 940_000)).toBe(940_000);
  expect(warmSince({ ...channel, lastMeasured: null }, null)).toBe(1_000_000);
  expect(warmSince(channel, 940_000)).toBe(1_000_000);
});

test('past the range is an alarm of the first level at every place, and never grey or violet', () => {
  fc.assert(
    fc.property(gas, place, (name, code) => {
      const here = hereOf(code, { quality: 'over_range', unit: null, detail: '' }, name, false);
      expect(here.sight.kind).toBe('overRange');
      expect(here.judged.alarm).toBe(1);
      expect(tileTone(tileState(here, null, false))).toBe('danger');
    }),
    { numRuns: scaled(200) },
  );
});

test('what is not known is never grey', () => {
  fc.assert(
    fc.property(value, gas, place, fc.boolean(), (reading, name, code, stale) => {
      const state = tileState(hereOf(code, reading, name, stale), null, false);
      if (state.kind !== 'value') expect(tileTone(state)).not.toBe('plain');
    }),
    { numRuns: scaled(300) },
  );
});

test('only what a limit was held against and passed is called normal', () => {
  const wordOf = (reading: object, name = 'CH4') =>
    calmWord(hereOf('headingAirflow', reading, name, false).judged, true);
  expect(wordOf({ quality: 'ok', amount: '0.42', unit: '%VOL' })).toBe('marks.normal');
  expect(wordOf({ quality: 'ok', amount: '12.00', unit: '%FS' })).toBe('live.notJudged');
  expect(wordOf({ quality: 'ok', amount: '4.00', unit: '%LEL' })).toBe('live.notJudged');
  expect(calmWord({ verdict: null, ticks: null }, true)).toBe('live.noLimit');
  expect(calmWord({ verdict: null, ticks: null }, false)).toBe('live.withoutLimit');
});
