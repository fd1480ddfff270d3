import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { captureLineOf, headerLine } from '../capture/capture-line.ts';
import { replayCapture } from '../capture/replay-capture.ts';
import { resultLine } from '../capture/result-line.ts';
import type { Driver } from '../driver.ts';
import { createFramer, type Matcher } from '../framing/framer.ts';
import { toHex } from '../framing/hex.ts';
import type { SessionItem } from '../session/session-item.ts';
import {
  always,
  type Behaviour,
  measuring,
  type ScriptStep,
  type SimulatedDevice,
} from '../simulator/simulated-device.ts';
import { createBench, type Weather } from './virtual-bench.ts';

/** What a driver's test gives to be put through the suite. */
export interface AcceptanceParts {
  /** Settings with which a reading becomes a number; a start-up hold is set apart. */
  readonly settings: Readonly<Record<string, string | number>>;
  readonly device: (script: readonly [ScriptStep, ...ScriptStep[]], startAt: number) => SimulatedDevice;
  /** Good frames from published or constructed vectors. */
  readonly frames: readonly Uint8Array[];
  /** What else travels on such a line: refusals, answers of other instruments. */
  readonly others: readonly Uint8Array[];
}

const AMOUNT = '0.75';
/** Long enough for three polls with all their retries, or three stream periods. */
const UNTIL_STALE_MS = 15_000;
const NORMAL: Behaviour = { kind: 'normal' };

/** The suite every driver must pass: one call in its test, nothing of it may be left out. */
export function acceptDriver(driver: Driver, parts: AcceptanceParts): void {
  const prepared = orThrow(driver.prepare({ ...parts.settings, warmupMs: 0 }));
  const { talk } = prepared;
  const match = talk.kind === 'poll' ? talk.first.match : talk.match;
  const isPoll = talk.kind === 'poll';

  async function live(script: readonly [ScriptStep, ...ScriptStep[]], settings = {}, weather: Weather = {}) {
    const ready = orThrow(driver.prepare({ ...parts.settings, warmupMs: 0, ...settings }));
    const bench = createBench(ready, weather);
    const device = parts.device(script, bench.now);
    bench.plugIn(device);
    await bench.session.start();
    return { bench, device, ready };
  }

  describe(`${driver.id}: framing`, () => {
    test('any slicing of any mix of frames and noise is cut alike, and no byte is lost', () => {
      fc.assert(
        fc.property(streamOf([...parts.frames, ...parts.others]), fc.array(fc.nat({ max: 60 })), (stream, lengths) => {
          const whole = cutBy(match, [stream]);
          expect(cutBy(match, slices(stream, lengths))).toEqual(whole);
          expect(whole.map((cut) => cut.hex).join('')).toBe(toHex(stream));
        }),
        { numRuns: scaled(200) },
      );
    });

    test('a good frame survives noise before it, between and after', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 80 }), fc.constantFrom(...parts.frames), (noise, frame) => {
          const bytes = Uint8Array.of(...noise, ...frame, ...noise, ...frame, ...noise);
          const frames = cutBy(match, [bytes]).filter((cut) => cut.kind === 'frame' && cut.hex === toHex(frame));
          // Noise can by chance be the head of a longer frame and take a copy with it, but never both.
          expect(frames.length).toBeGreaterThanOrEqual(1);
        }),
        { numRuns: scaled(200) },
      );
    });

    test('every way of cutting a frame short ends in a fault or noise, never in a frame', () => {
      for (const frame of parts.frames) {
        for (let length = 1; length < frame.length; length++) {
          expect(cutBy(match, [frame.subarray(0, length)]).every((cut) => cut.kind !== 'frame')).toBe(true);
        }
      }
    });

    test('every single flipped bit is noticed', () => {
      const frame = parts.frames[0] ?? new Uint8Array();
      for (let bit = 0; bit < frame.length * 8; bit++) {
        const flipped = Uint8Array.from(frame, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const kept = cutBy(match, [flipped]).filter((cut) => cut.kind === 'frame');
        if (kept.length > 0) expect(isSameReading(driver, frame, flipped)).toBe(true);
      }
    });
  });

  describe(`${driver.id}: session`, () => {
    test('what is heard equals what the device sent, and nothing else was sent to it', async () => {
      const { bench, device } = await live([
        { forMs: 4000, condition: measuring(AMOUNT) },
        { forMs: 3000, condition: { kind: 'fault' } },
        { forMs: 4000, condition: measuring('-0.10') },
      ]);
      await bench.run(11_000);
      expect(amounts(bench.items)).toEqual(device.truth.map((entry) => [entry.hex, entry.amount]));
      expect(amounts(bench.items).length).toBeGreaterThanOrEqual(9);
      expect(device.trap).toEqual([]);
    });

    test.each<Behaviour>([{ kind: 'noise_before', hex: '00ff13550a41' }, { kind: 'doubled' }])(
      'good frames are heard although the line shows: $kind',
      async (behaviour) => {
        const { bench, device } = await live(always(measuring(AMOUNT), behaviour));
        await bench.run(6000);
        const sent = device.truth.filter((entry) => entry.isGood).length;
        expect(amounts(bench.items).length).toBe(behaviour.kind === 'doubled' && !isPoll ? sent * 2 : sent);
        expect(amounts(bench.items).every(([, amount]) => amount === AMOUNT)).toBe(true);
      },
    );

    const broken: readonly Behaviour[] = [
      { kind: 'half' },
      { kind: 'bad_check' },
      { kind: 'silent' },
      { kind: 'late', ms: 700 },
    ];
    test.each(broken.filter((each) => isPoll || each.kind !== 'late'))(
      'nothing is a reading, the channel goes stale once and comes back, when the device is: $kind',
      async (behaviour) => {
        const { bench } = await live([
          { forMs: 2500, condition: measuring(AMOUNT) },
          { forMs: UNTIL_STALE_MS, condition: measuring('0.99'), behaviour },
          { forMs: 9000, condition: measuring('0.33') },
        ]);
        await bench.run(UNTIL_STALE_MS + 9000);
        expect(amounts(bench.items).map(([, amount]) => amount)).not.toContain('0.99');
        expect(count(bench.items, 'stale')).toBe(1);
        expect(count(bench.items, 'gap')).toBe(1);
        expect(amounts(bench.items).at(-1)?.[1]).toBe('0.33');
        if (behaviour.kind === 'half') expect(faultCodes(bench.items)).toContain('truncated');
        if (behaviour.kind === 'bad_check') expect(faultCodes(bench.items)).toContain('bad_checksum');
        if (behaviour.kind === 'late') expect(faultCodes(bench.items)).toContain('late_reply');
      },
    );

    test('a pulled plug makes the channel stale at once, leaves a gap, and the device is found again', async () => {
      const { bench, device } = await live(always(measuring(AMOUNT)));
      await bench.run(3500);
      bench.unplug();
      expect(bench.items.at(-1)).toMatchObject({ kind: 'phase', phase: 'lost' });
      expect(count(bench.items, 'stale')).toBe(1);
      const pulledAt = bench.now;
      await bench.run(4200);
      bench.plugIn(device);
      await bench.run(4000);
      const gap = bench.items.find((item) => item.kind === 'gap');
      expect(gap).toMatchObject({ cause: 'unplugged', from: { mono: pulledAt } });
      expect(amounts(bench.items).length).toBeGreaterThanOrEqual(4);
      expect(count(bench.items, 'stale')).toBe(1);
    });

    test('during the start-up hold nothing is a number, after it everything is', async () => {
      const { bench } = await live(always(measuring(AMOUNT)), { warmupMs: 3000 });
      await bench.run(9000);
      const qualities = bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading.value.quality] : []));
      expect(qualities.slice(0, 3)).toEqual(['warmup', 'warmup', 'warmup']);
      expect(qualities.slice(3).every((quality) => quality === 'ok')).toBe(true);
      expect(qualities.length).toBeGreaterThan(5);
    });

    test('noise without end is not kept without end, and a good frame is still found behind it', async () => {
      const { bench } = await live([
        { forMs: 20_000, condition: measuring('0.99'), behaviour: { kind: 'silent' } },
        { forMs: 60_000, condition: measuring(AMOUNT) },
      ]);
      for (let run = 0; run < 100; run++) {
        bench.inject(Uint8Array.from({ length: 1000 }, (_, index) => (index * 37 + run * 11) & 0xff));
        await bench.run(190);
      }
      await bench.run(12_000);
      const kept = bench.items.reduce((sum, item) => sum + (item.kind === 'raw' ? item.chunk.hex.length / 2 : 0), 0);
      expect(kept).toBeLessThan(80 * 1024);
      expect(faultCodes(bench.items)).toContain('noise_continues');
      expect(amounts(bench.items).at(-1)?.[1]).toBe(AMOUNT);
    });

    test('no line whatever makes a number that no frame carried', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(lineEvent(isPoll), { minLength: 1, maxLength: 25 }),
          badWeather,
          async (events, weather) => {
            const { bench, device, ready } = await live(scriptOf(events), {}, weather);
            for (const each of events) {
              if (each.noise.length > 0) bench.inject(each.noise);
              await bench.run(each.forMs);
            }
            await bench.run(1000);
            const carried = new Set(device.truth.filter((entry) => entry.isGood).map((entry) => entry.amount));
            for (const [, amount] of amounts(bench.items)) expect(carried.has(amount)).toBe(true);
            expect(device.trap).toEqual([]);
            await bench.stop();
            expectReplayed(driver, ready, bench.items);
          },
        ),
        { numRuns: scaled(30) },
      );
    });

    test('a replay of the raw capture gives the same lines, plug pulled and all', async () => {
      const { bench, device, ready } = await live([
        { forMs: 3000, condition: measuring(AMOUNT) },
        { forMs: 3000, condition: measuring(AMOUNT), behaviour: { kind: 'bad_check' } },
        { forMs: 12_000, condition: measuring(AMOUNT), behaviour: { kind: 'silent' } },
        { forMs: 30_000, condition: { kind: 'fault' } },
      ]);
      await bench.run(20_000);
      bench.unplug();
      await bench.run(2500);
      bench.plugIn(device);
      await bench.run(4000);
      await bench.stop();
      expectReplayed(driver, ready, bench.items);
    });
  });
}

/** A late frame is no fault of a device that speaks by itself: left out there. */
const lineEvent = (isPoll: boolean) =>
  fc.record({
    forMs: fc.integer({ min: 50, max: 2500 }),
    noise: fc.uint8Array({ maxLength: 40 }),
    cents: fc.integer({ min: 0, max: 400 }),
    behaviour: fc.constantFrom<Behaviour>(
      NORMAL,
      { kind: 'silent' },
      { kind: 'half' },
      { kind: 'bad_check' },
      { kind: 'doubled' },
      ...(isPoll ? [{ kind: 'late', ms: 650 } as const] : []),
    ),
  });

/** A busy machine and a line that delivers in slices; nothing so slow that a frame would rightly be truncated. */
const badWeather = fc
  .record({
    late: fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 7 }),
    sliceBytes: fc.integer({ min: 1, max: 50 }),
    sliceMs: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ late, ...slicing }): Weather => {
    let turn = 0;
    return { ...slicing, lateness: () => late[turn++ % late.length] ?? 0 };
  });

type LineEvent = ReturnType<typeof lineEvent> extends fc.Arbitrary<infer E> ? E : never;

function scriptOf(events: readonly LineEvent[]): [ScriptStep, ...ScriptStep[]] {
  const [first, ...rest] = events.map(
    ({ forMs, cents, behaviour }): ScriptStep => ({ forMs, condition: measuring((cents / 100).toFixed(2)), behaviour }),
  );
  return [first ?? { forMs: 1, condition: measuring('0.00') }, ...rest];
}

const streamOf = (frames: readonly Uint8Array[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...frames),
        fc.uint8Array({ maxLength: 30 }),
        fc.tuple(fc.constantFrom(...frames), fc.nat()).map(([frame, at]) => frame.subarray(0, at % frame.length)),
      ),
      { maxLength: 8 },
    )
    .map((runs) => Uint8Array.from(runs.flatMap((run) => [...run])));

function slices(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const cut: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths) {
    cut.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...cut, bytes.subarray(at)];
}

function cutBy(match: Matcher, pieces: readonly Uint8Array[]) {
  const framer = createFramer(match);
  const cuts = [...pieces.flatMap((piece) => framer.push(piece)), ...framer.silence()];
  return cuts.map((cut) => ({ kind: cut.kind, hex: toHex(cut.bytes) }));
}

/** Upper and lower case hex digits of a check say the same; nothing else may differ. */
function isSameReading(driver: Driver, frame: Uint8Array, flipped: Uint8Array): boolean {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').toLowerCase();
  return driver.talk === 'stream' && text(frame) === text(flipped);
}

const amounts = (items: readonly SessionItem[]) =>
  items.flatMap((item): [string, string | null][] => {
    if (item.kind !== 'reading') return [];
    const { value } = item.reading;
    return [[item.rawHex, value.quality === 'ok' ? value.amount : null]];
  });

const count = (items: readonly SessionItem[], kind: SessionItem['kind']) =>
  items.filter((item) => item.kind === kind).length;

const faultCodes = (items: readonly SessionItem[]) =>
  items.flatMap((item) => (item.kind === 'fault' ? [String(item.fault.code)] : []));

function expectReplayed(driver: Driver, prepared: Parameters<typeof headerLine>[1], items: readonly SessionItem[]) {
  const wanted = items.map(resultLine).filter((line) => line !== null);
  const capture = [headerLine(driver, prepared), ...items.map(captureLineOf).filter((line) => line !== null)];
  const throughFile = capture.map((line) => JSON.parse(JSON.stringify(line)));
  expect(orThrow(replayCapture(throughFile)).map(resultLine)).toEqual(wanted);
}
