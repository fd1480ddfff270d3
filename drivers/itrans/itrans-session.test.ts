import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { toHex } from '../framing/hex.ts';
import { LISTEN_BEFORE_ASKING_MS } from '../session/opening-ear.ts';
import type { SessionItem } from '../session/session-item.ts';
import { createItransDevice, type ItransDeviceParts } from '../simulator/itrans-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { itransDriver } from './itrans-driver.ts';

async function live(parts: Partial<ItransDeviceParts> = {}, settings: object = { gas: 'CH4', unit: '%VOL' }) {
  const bench = createBench(orThrow(itransDriver.prepare(settings)));
  const device = createItransDevice({ script: always(measuring('0.75')), startAt: bench.now, ...parts });
  bench.plugIn(device);
  await bench.session.start();
  await bench.run(LISTEN_BEFORE_ASKING_MS); // the silence before the first question
  return { bench, device };
}

const readings = (items: readonly SessionItem[]) => items.flatMap((item) => (item.kind === 'reading' ? [item] : []));
const faults = (items: readonly SessionItem[]) => items.flatMap((item) => (item.kind === 'fault' ? [item.fault] : []));

describe('itrans', () => {
  test('is polled once a second', async () => {
    const { bench } = await live();
    await bench.run(10_000);
    expect(readings(bench.items).length).toBe(10);
  });

  test('stopping while an answer is awaited still hears it, and asks nothing more', async () => {
    const { bench, device } = await live();
    await bench.run(2003);
    await bench.stop();
    expect(bench.sent.length).toBe(3);
    expect(readings(bench.items).map((item) => item.rawHex)).toEqual(device.truth.map((entry) => entry.hex));
    expect(device.truth.length).toBe(3);
  });

  test('without a status word falls back to the basic poll, says so once, and loses no reading', async () => {
    const { bench, device } = await live({ hasStatusWord: false });
    await bench.run(4500);
    expect(faults(bench.items).map((fault) => fault.code)).toEqual(['exception', 'alarm_bits_unavailable']);
    expect(readings(bench.items).length).toBe(5);
    expect(readings(bench.items)[0]).toMatchObject({
      flags: ['alarm_bits_unavailable'],
      reading: { value: { amount: '0.75' } },
    });
    expect(bench.sent.slice(0, 3).map(toHex)).toEqual(['010300640005c416', '01030064000405d6', '01030064000405d6']);
    expect(device.trap).toEqual([]);
  });

  test('a silent device is asked three times a poll and each time only after a time of silence', async () => {
    const { bench } = await live({ script: always(measuring('0.75'), { kind: 'silent' }) });
    await bench.run(8900);
    expect(bench.sent.length).toBe(9);
    expect(faults(bench.items).filter((fault) => fault.code === 'timed_out')).toHaveLength(3);
    expect(bench.items.filter((item) => item.kind === 'stale')).toHaveLength(1);
  });

  test('a device of another slave number is named and never used', async () => {
    const { bench } = await live({}, { gas: 'CH4', unit: '%VOL' });
    bench.inject(Uint8Array.from(Buffer.from('02030a0701000c0015000100000d3c', 'hex')));
    await bench.run(600);
    expect(faults(bench.items)[0]).toMatchObject({ code: 'wrong_slave', got: 2 });
    expect(readings(bench.items).every((item) => item.reading.value.quality === 'ok')).toBe(true);
  });

  test.each([
    [{ gas: 'CH4' }, 'unit_unknown 0.75'],
    [{ unit: '%VOL' }, 'gas_unknown 0.75'],
  ])('with no more set than %o a reading is invalid and has no number', async (settings, detail) => {
    const { bench } = await live({}, settings);
    await bench.run(100);
    expect(readings(bench.items)[0]?.reading.value).toMatchObject({ quality: 'invalid', detail });
  });

  test.each([{ slave: 0 }, { slave: 248 }, { unit: 'mg/m3' }, { colour: 'red' }, { sensor: 3 }])(
    'the setting %o is refused',
    (settings) => {
      expect(itransDriver.prepare(settings)).toMatchObject({ ok: false, fault: { code: 'bad_setting' } });
    },
  );
});
