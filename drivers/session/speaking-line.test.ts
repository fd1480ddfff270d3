import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { expectReplayed } from '../acceptance/expect-replayed.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { cubicSjhDriver } from '../cubic-sjh/cubic-sjh-driver.ts';
import type { Driver } from '../driver.ts';
import { dynamentDriver } from '../dynament/dynament-driver.ts';
import { ir400Driver } from '../ir400/ir400-driver.ts';
import { itransDriver } from '../itrans/itrans-driver.ts';
import { mpsDriver } from '../mps/mps-driver.ts';
import { createCubicSjhDevice } from '../simulator/cubic-sjh-device.ts';
import { createDynamentDevice } from '../simulator/dynament-device.ts';
import { createIr400Device } from '../simulator/ir400-device.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../simulator/mhz9041a-device.ts';
import { createMpsDevice } from '../simulator/mps-device.ts';
import { always, measuring, type SimulatedDevice } from '../simulator/simulated-device.ts';
import { createWinsenDevice } from '../simulator/winsen-device.ts';
import { winsenDriver } from '../winsen/winsen-driver.ts';
import { REOPENED } from './session-core.ts';

const script = always(measuring('0.75'));
const RECONNECT_MS = 3000;

interface Asking {
  readonly driver: Driver;
  readonly settings: object;
  readonly device: (startAt: number) => SimulatedDevice;
}

const asking: readonly Asking[] = [
  {
    driver: itransDriver,
    settings: { gas: 'CH4', unit: '%VOL' },
    device: (startAt) => createItransDevice({ script, startAt }),
  },
  {
    driver: dynamentDriver,
    settings: { gas: 'CH4', unit: '%VOL', full_scale: 5, warmupMs: 0 },
    device: (startAt) => createDynamentDevice({ script, startAt }),
  },
  { driver: ir400Driver, settings: { gas: 'CH4' }, device: (startAt) => createIr400Device({ script, startAt }) },
  { driver: mpsDriver, settings: { unit: '%VOL' }, device: (startAt) => createMpsDevice({ script, startAt }) },
  {
    driver: cubicSjhDriver,
    settings: { unit: '%VOL', scale: 0.01 },
    device: (startAt) => createCubicSjhDevice({ script, startAt }),
  },
  {
    driver: winsenDriver,
    settings: { gas: 'CH4', unit: '%VOL', scale: 0.01, full_scale: 5, warmupMs: 0 },
    device: (startAt) => createWinsenDevice({ script, startAt }),
  },
];

async function running({ driver, settings, device }: Asking) {
  const prepared = orThrow(driver.prepare(settings));
  const bench = createBench(prepared);
  bench.plugIn(device(bench.now));
  await bench.session.start();
  await bench.run(10_000);
  return { bench, prepared, driver };
}

type Running = Awaited<ReturnType<typeof running>>;

const readingsOf = ({ bench }: Running) => bench.items.flatMap((item) => (item.kind === 'reading' ? [item] : []));
const saidOf = ({ bench }: Running) =>
  bench.items.flatMap((item) => (item.kind === 'fault' && item.fault.code === 'line_speaks' ? [item] : []));

describe.each(asking)('a running $driver.id', (each) => {
  test('sends not one byte to a device that speaks by itself and was put in its place', async () => {
    const live = await running(each);
    const { bench } = live;
    expect(readingsOf(live).length).toBeGreaterThan(0);
    bench.unplug();
    await bench.run(700);
    const sent = bench.sent.length;
    const heard = readingsOf(live).length;
    const stranger = createMhz9041aDevice({ script, startAt: bench.now });
    bench.plugIn(stranger);
    await bench.run(60_000);
    expect(stranger.trap).toEqual([]);
    expect(bench.sent.length).toBe(sent);
    expect(readingsOf(live).length).toBe(heard);
    expect(saidOf(live)).toHaveLength(1);
    expect(bench.items.filter((item) => item.kind === 'gap_open').at(-1)).toMatchObject({ cause: 'line_speaks' });
    // Its own instrument back, the gap ends with the reason it had.
    bench.unplug();
    await bench.run(500);
    bench.plugIn(each.device(bench.now));
    await bench.run(10_000);
    expect(readingsOf(live).length).toBeGreaterThan(heard);
    await bench.stop();
    expectReplayed(each.driver, live.prepared, bench.items);
  });

  test('asks a line that fell silent, when it has been silent long enough', async () => {
    const live = await running(each);
    const { bench } = live;
    bench.session.reopen(REOPENED);
    const sent = bench.sent.length;
    await bench.run(1_900);
    for (let at = 0; at < 20_000; at += 900) {
      bench.inject(Uint8Array.of(0x55, 0x55));
      await bench.run(900);
    }
    expect(bench.sent.length).toBe(sent);
    expect(saidOf(live)).toHaveLength(1);
    const before = readingsOf(live).length;
    await bench.run(2_000);
    expect(bench.sent.length).toBe(sent);
    await bench.run(8_000);
    expect(readingsOf(live).length).toBeGreaterThan(before);
    expect(bench.items).toContainEqual(expect.objectContaining({ kind: 'gap', cause: 'line_speaks' }));
    await bench.stop();
    expectReplayed(each.driver, live.prepared, bench.items);
  });
});

/** An MPS has three seconds of its own before the first question (p7), and a head of p3 is listened to for longer. */
test.each(asking.filter(({ driver }) => driver !== winsenDriver && driver !== mpsDriver))(
  'a healthy $driver.id is heard again within 3 s of its return, an answer on the way at the opening or not',
  async (each) => {
    for (const late of [[], [Uint8Array.of(1, 3, 2)]]) {
      const live = await running(each);
      const { bench } = live;
      bench.unplug();
      await bench.run(1_950);
      const before = bench.items.length;
      const returned = bench.now;
      bench.plugIn(each.device(bench.now - 60_000));
      while (!bench.items.slice(before).some((item) => item.kind === 'link')) await bench.run(10);
      for (const bytes of late) bench.inject(bytes);
      while (bench.now - returned < RECONNECT_MS) await bench.run(10);
      expect(bench.items.slice(before).some((item) => item.kind === 'reading')).toBe(true);
      expect(saidOf(live)).toEqual([]);
    }
  },
);
