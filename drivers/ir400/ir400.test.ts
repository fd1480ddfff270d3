import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { acceptDriver } from '../acceptance/accept-driver.ts';
import { expectReplayed } from '../acceptance/expect-replayed.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { toHex } from '../framing/hex.ts';
import { createIr400Device, type Ir400DeviceParts } from '../simulator/ir400-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { ir400Driver } from './ir400-driver.ts';

const LIVE = '01 03 00 00 00 03 05 CB';

acceptDriver(ir400Driver, {
  settings: {},
  request: LIVE,
  device: (script, startAt) => createIr400Device({ script, startAt, alarms: 2 }),
  frames: vectorFrames('p5', LIVE),
  // A refusal, another slave, the poll itself, the echo of the cursor.
  others: ['018302c0f1', '0203060000400000003c45', '01030000000305cb', '010600b7000039ec'].map((hex) =>
    Uint8Array.from(Buffer.from(hex, 'hex')),
  ),
});

async function live(parts: Partial<Ir400DeviceParts> = {}, settings: object = {}) {
  const prepared = orThrow(ir400Driver.prepare(settings));
  const bench = createBench(prepared);
  const device = createIr400Device({ script: always(measuring('50')), startAt: bench.now, ...parts });
  bench.plugIn(device);
  await bench.session.start();
  await bench.run(6000);
  await bench.stop();
  const readings = bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading] : []));
  const events = bench.items.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
  const faults = bench.items.flatMap((item) => (item.kind === 'fault' ? [item.fault] : []));
  const writes = bench.sent.filter((bytes) => bytes[1] === 6).map(toHex);
  expectReplayed(ir400Driver, prepared, bench.items);
  expect(device.trap).toEqual([]);
  return { readings, events, faults, writes, bench };
}

describe('ir400 live', () => {
  test('is asked for its gas first and then gives per cent of full scale', async () => {
    const { readings, bench } = await live();
    expect(toHex(bench.sent[0] ?? new Uint8Array()).slice(0, 12)).toBe('0103008d0001');
    expect(readings[0]).toMatchObject({ gas: 'CH4', value: { quality: 'ok', amount: '50', unit: '%FS' } });
  });

  test.each([
    [100, '%LEL(ISO 10156)', 100, '50'],
    [114, '%LEL(IEC 60079-20-1)', 100, '50'],
    [106, '%VOL', 5, '2.5'],
  ])('with gas id %i and the full scale confirmed gives %s', async (gasId, unit, full_scale, amount) => {
    const { readings } = await live({ gasId }, { full_scale });
    expect(readings[0]?.value).toEqual({ quality: 'ok', amount, unit });
  });

  test.each([
    [{ gasId: 77 }, {}, 'gas_unknown 50'],
    [{ gasId: null }, {}, 'gas_unknown 50'],
    [{ gasId: 100 }, { gas: 'COMB' }, 'gas_differs_from_setting 50'],
  ])('%o with the settings %o is no number', async (parts, settings, detail) => {
    const { readings } = await live(parts, settings);
    expect(readings[0]?.value).toMatchObject({ quality: 'invalid', detail });
  });
});

describe('ir400 log', () => {
  test('is read once a connection, newest first, and the cursor goes back to 0', async () => {
    const { events, writes, readings, faults } = await live({ alarms: 3 });
    expect(events.map((event) => [event.index, event.device_clock])).toEqual([
      [0, '2026-03-05T14:30:00'],
      [1, '2026-03-05T14:29:00'],
      [2, '2026-03-05T14:28:00'],
    ]);
    expect(events[0]).toMatchObject({ log: 'alarm', clock_valid: true, device_now: '2026-03-05T15:00:00', lost: 0 });
    expect(writes.map((hex) => hex.slice(4, 12))).toEqual(['00b70000', '00b70001', '00b70002', '00b70000']);
    expect(readings.length).toBeGreaterThanOrEqual(5);
    expect(faults).toEqual([]);
  });

  test('names what the instrument has overwritten', async () => {
    const { events, faults } = await live({ alarms: 13 });
    expect(events).toHaveLength(10);
    expect(faults).toEqual([{ code: 'stored_events_lost', lost: 3 }]);
  });

  test('after a power loss keeps the order and no times', async () => {
    const { events, faults } = await live({ alarms: 2, clockKept: false });
    expect(events.map((event) => event.device_clock)).toEqual([null, null]);
    expect(faults.map((fault) => fault.code)).toEqual(['device_clock_lost']);
  });

  test('starts over when a new alarm shifts it, and gives no event twice', async () => {
    const { events } = await live({ alarms: 2, shifts: 1 });
    expect(events.map((event) => event.index)).toEqual([0, 1, 2]);
    expect(events.every((event) => event.total_count === 3)).toBe(true);
  });

  test('is given up after three starts', async () => {
    const { events, faults, writes, readings } = await live({ alarms: 2, shifts: 9 });
    expect(events).toEqual([]);
    expect(faults.map((fault) => fault.code)).toEqual(['event_log_unsettled']);
    expect(writes.at(-1)?.slice(4, 12)).toBe('00b70000');
    expect(readings.length).toBeGreaterThan(3);
  });

  test('an empty log or no wish to read it leaves the cursor alone', async () => {
    expect((await live({ alarms: 0 })).writes).toEqual([]);
    expect((await live({ alarms: 3 }, { log: 'none' })).writes).toEqual([]);
  });

  test('a log that is refused costs no reading', async () => {
    const { readings, faults } = await live({ alarms: 3 }, { log: 'fault' });
    expect(faults.map((fault) => fault.code)).toEqual(['exception', 'event_log_unavailable']);
    expect(readings.length).toBeGreaterThanOrEqual(5);
  });
});
