import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { acceptDriver } from '../acceptance/accept-driver.ts';
import { expectReplayed } from '../acceptance/expect-replayed.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { toHex } from '../framing/hex.ts';
import { withZeroSum } from '../framing/zero-sum.ts';
import { LISTEN_BEFORE_ASKING_MS } from '../session/opening-ear.ts';
import { always, measuring, type SimulatedDevice } from '../simulator/simulated-device.ts';
import { createWinsenDevice, createWinsenStream } from '../simulator/winsen-device.ts';
import { winsenDriver } from './winsen-driver.ts';

const methane = { gas: 'CH4', unit: '%VOL', scale: 0.01, full_scale: 5 };
const isAnswer = (frame: Uint8Array) => frame[1] === 0x86;
const frames = vectorFrames('p3');
const read = Uint8Array.of(0xff, 1, 0x86, 0, 0, 0, 0, 0, 0x79);
const zeros = Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 0, 0);

describe('polled', () =>
  acceptDriver(winsenDriver, {
    settings: { ...methane, mode: 'poll' },
    lowest: '0.01',
    hasWeakCheck: true,
    device: (script, startAt) => createWinsenDevice({ script, startAt }),
    frames: frames.filter(isAnswer),
    others: [read, zeros],
  }));

describe('streaming', () =>
  acceptDriver(winsenDriver, {
    settings: { mode: 'stream' },
    lowest: '0.01',
    hasWeakCheck: true,
    device: (script, startAt) => createWinsenStream({ script, startAt }),
    frames: frames.filter((frame) => !isAnswer(frame)),
    others: [read, zeros],
  }));

async function live(make: (startAt: number) => SimulatedDevice, settings: object = {}) {
  const prepared = orThrow(winsenDriver.prepare({ warmupMs: 0, ...settings }));
  const bench = createBench(prepared);
  const device = make(bench.now);
  bench.plugIn(device);
  await bench.session.start();
  const values = () => bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading.value] : []));
  return { bench, device, prepared, values };
}
/** Says every second that it measures gas 05, which no manual at hand names. */
function strangeStream(): SimulatedDevice {
  const frame = Uint8Array.of(0xff, ...withZeroSum(Uint8Array.of(0x05, 0x03, 1, 0, 250, 0x13, 0x88)));
  let nextAt = 0;
  return {
    hear: () => {},
    speak: (now) => {
      nextAt = now + 1000;
      return [frame];
    },
    get due() {
      return nextAt;
    },
    truth: [],
    trap: [],
  };
}
const script = always(measuring('0.75'));

describe('winsen', () => {
  test('is listened to for 2.5 s, and polled when nothing comes by itself', async () => {
    const { bench, values } = await live((startAt) => createWinsenDevice({ script, startAt }), methane);
    await bench.run(2400);
    expect(bench.sent).toEqual([]);
    await bench.run(3000);
    expect(new Set(bench.sent.map(toHex))).toEqual(new Set([toHex(read)]));
    expect(values()).toEqual(Array(3).fill({ quality: 'ok', amount: '0.75', unit: '%VOL' }));
  });

  test('a stream of a gas nobody knows is no reading, and is not asked either', async () => {
    const { bench, values } = await live((startAt) => createWinsenStream({ script, startAt }));
    bench.unplug();
    bench.plugIn(strangeStream());
    await bench.run(20_000);
    expect(bench.items.some((item) => item.kind === 'fault' && item.fault.code === 'unknown_frame')).toBe(true);
    expect(values()).toEqual([]);
    expect(bench.sent).toEqual([]);
  });

  test('is never polled when it speaks by itself', async () => {
    const { bench, device, prepared, values } = await live((startAt) => createWinsenStream({ script, startAt }));
    await bench.run(20_500);
    expect(values()).toHaveLength(20);
    expect(device.trap).toEqual([]);
    await bench.stop();
    expectReplayed(winsenDriver, prepared, bench.items);
  });

  test('is asked no more once it has begun to speak by itself behind an open port', async () => {
    const { bench, device, prepared, values } = await live((startAt) =>
      createWinsenStream({ script, startAt: startAt + 4000 }),
    );
    await bench.run(30_000);
    const asked = device.trap.length;
    expect(asked).toBeGreaterThan(0);
    expect(values().length).toBeGreaterThan(15);
    await bench.run(10_000);
    expect(device.trap).toHaveLength(asked);
    await bench.stop();
    expectReplayed(winsenDriver, prepared, bench.items);
  });

  test('that falls silent goes stale in either way of talking', async () => {
    const silent = [
      { forMs: 6000, condition: measuring('0.75') },
      { forMs: 99_000, condition: { kind: 'fault' } },
    ] as const;
    for (const make of [createWinsenDevice, createWinsenStream]) {
      const { bench } = await live(
        (startAt) => make({ script: silent, startAt }),
        make === createWinsenDevice ? methane : {},
      );
      await bench.run(30_000);
      expect(bench.items.filter((item) => item.kind === 'stale')).toHaveLength(1);
    }
  });

  test('holds warm-up for three minutes after the first frame unless set otherwise', async () => {
    const { bench } = await live((startAt) => createWinsenStream({ script, startAt }), { warmupMs: 180_000 });
    await bench.run(190_000);
    const qualities = bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading.value.quality] : []));
    expect(qualities.indexOf('ok')).toBe(180);
    expect(orThrow(winsenDriver.prepare({})).warmupMs).toBe(180_000);
  });

  test('a stream that names another gas than the setting gives no number', async () => {
    const { bench, values } = await live((startAt) => createWinsenStream({ script, startAt }), { gas: 'CH4' });
    await bench.run(1100);
    expect(values()[0]).toMatchObject({ quality: 'invalid', detail: 'gas_differs_from_setting 0.75' });
  });

  test.each(['gas', 'unit', 'scale', 'full_scale'] as const)('without %s a count is no number', async (key) => {
    const { [key]: _, ...rest } = methane;
    const { bench, values } = await live((startAt) => createWinsenDevice({ script, startAt }), {
      ...rest,
      mode: 'poll',
    });
    await bench.run(LISTEN_BEFORE_ASKING_MS + 100);
    expect(values()[0]).toMatchObject({
      quality: 'invalid',
      detail: key === 'scale' ? 'scale_unknown' : `${key}_unknown 0.75`,
    });
  });
});
