import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { acceptDriver } from '../acceptance/accept-driver.ts';
import { expectReplayed } from '../acceptance/expect-replayed.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { identitySetting } from '../find/identity-setting.ts';
import { toHex } from '../framing/hex.ts';
import { createMpsDevice, type MpsDeviceParts } from '../simulator/mps-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { mpsDriver } from './mps-driver.ts';

const ISO = '%LEL(ISO 10156)';
const START_ISO = '610001000000579302';

acceptDriver(mpsDriver, {
  settings: { unit: ISO },
  device: (script, startAt) => createMpsDevice({ script, startAt }),
  frames: vectorFrames('p7'),
  // The poll itself, the status, a refusal without payload.
  others: ['010000000000ed76', '41000100123e00', '01050000e768'].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
});

async function live(settings: object, parts: Partial<MpsDeviceParts> = {}, ms = 30_000) {
  const prepared = orThrow(mpsDriver.prepare(settings));
  const bench = createBench(prepared);
  const device = createMpsDevice({ script: always(measuring('12.5')), startAt: bench.now, ...parts });
  bench.plugIn(device);
  await bench.session.start();
  await bench.run(ms);
  await bench.stop();
  expectReplayed(mpsDriver, prepared, bench.items);
  expect(device.trap).toEqual([]);
  const values = bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading.value] : []));
  const starts = bench.sent.map(toHex).filter((hex) => hex.startsWith('61'));
  return { bench, values, starts };
}

/** Sensors that idle at power-up, one after another behind one port; the starts each was sent. */
async function replugged(settings: object, serialNumbers: readonly string[]) {
  const prepared = orThrow(mpsDriver.prepare(settings));
  const bench = createBench(prepared);
  const starts: string[][] = [];
  const trapped: string[] = [];
  for (const [index, serialNumber] of serialNumbers.entries()) {
    const device = createMpsDevice({
      script: always(measuring('12.5')),
      startAt: bench.now,
      atPowerUp: 'repeats',
      serialNumber,
    });
    const before = bench.sent.length;
    bench.plugIn(device);
    if (index === 0) await bench.session.start();
    await bench.run(30_000);
    starts.push(
      bench.sent
        .slice(before)
        .map(toHex)
        .filter((hex) => hex.startsWith('61')),
    );
    trapped.push(...device.trap);
    bench.unplug();
    await bench.run(500);
  }
  await bench.stop();
  expectReplayed(mpsDriver, prepared, bench.items);
  return { starts, trapped };
}

describe('mps', () => {
  test('is left alone for three seconds, asked for status, version and name, then answers every two seconds', async () => {
    const { bench, values } = await live({ unit: ISO }, {}, 11_500);
    expect(bench.sent.slice(0, 4).map((bytes) => bytes[0])).toEqual([0x41, 0x42, 0x43, 0x01]);
    expect(values).toEqual(Array(5).fill({ quality: 'ok', amount: '12.5', unit: ISO }));
  });

  test('that already measures by a standard nobody knows gives no number, and is not started', async () => {
    const { values, starts } = await live({ start: 'ISO 10156' });
    expect(values[0]).toMatchObject({ quality: 'invalid', detail: 'unit_unknown 12.5' });
    expect(starts).toEqual([]);
  });

  test.each(['repeats', 'refuses'] as const)('that is idle and %s is never started unasked', async (atPowerUp) => {
    const { starts, bench } = await live({ unit: ISO }, { atPowerUp });
    expect(starts).toEqual([]);
    expect(bench.items.some((item) => item.kind === 'stale')).toBe(true);
  });

  test.each(['repeats', 'refuses'] as const)(
    'that is idle and %s is started once when confirmed',
    async (atPowerUp) => {
      const { starts, values } = await live({ start: 'ISO 10156' }, { atPowerUp });
      expect(starts).toEqual([START_ISO]);
      expect(values.at(-1)).toEqual({ quality: 'ok', amount: '12.5', unit: ISO });
    },
  );

  test('that was unplugged and idles again is started once more: once per connection', async () => {
    const { starts, trapped } = await replugged({ start: 'ISO 10156' }, ['MPS-0001', 'MPS-0001']);
    expect(starts).toEqual([[START_ISO], [START_ISO]]);
    expect(trapped).toEqual([]);
  });

  test('another one behind the same port is not started by what was confirmed for the registered one', async () => {
    const identity = identitySetting({ serial_number: 'MPS-0001', sensor_type: 3 });
    const { starts } = await replugged({ start: 'ISO 10156', identity }, ['MPS-0001', 'MPS-0002', 'MPS-0001']);
    expect(starts).toEqual([[START_ISO], [], [START_ISO]]);
  });

  test('one that does not say who it is is not started by what was confirmed for the registered one', () => {
    const identity = identitySetting({ serial_number: 'MPS-0001' });
    const { talk } = orThrow(mpsDriver.prepare({ start: 'ISO 10156', identity }));
    if (talk.kind !== 'poll') throw new Error('mps is polled');
    const refused = { ok: false, fault: { code: 'device_status', status: 3 } } as const;
    const info = talk.first.next(refused).exchange.next(refused).exchange;
    expect(info.next(refused).exchange.next(refused).exchange.request).toEqual({ kind: 'mps_read', command: 1 });
    expect(info.afterMiss?.next(refused).exchange.request).toEqual({ kind: 'mps_read', command: 1 });
  });

  test('a start that nobody answers is not said again', async () => {
    const deaf = { script: always(measuring('1'), { kind: 'silent' }), atPowerUp: 'refuses' } as const;
    const { talk } = orThrow(mpsDriver.prepare({ start: 'ISO 10156' }));
    if (talk.kind !== 'poll') throw new Error('mps is polled');
    const refused = { ok: false, fault: { code: 'device_status', status: 3 } } as const;
    const answers = talk.first.next(refused).exchange.next(refused).exchange.next(refused).exchange;
    const starting = answers.next(refused).exchange;
    expect(starting.request.kind).toBe('mps_start');
    expect(starting.isSaidOnce).toBe(true);
    expect(starting.afterMiss?.next(refused).exchange.request).toEqual({ kind: 'mps_read', command: 1 });
    expect((await live({ start: 'ISO 10156' }, deaf)).starts).toEqual([]);
  });

  test('the same cycle is not recorded twice, and is stale after six seconds without a new one', async () => {
    const { bench, values } = await live({ unit: ISO }, { atPowerUp: 'repeats' });
    expect(values).toHaveLength(1);
    const heard = bench.items.find((item) => item.kind === 'reading');
    const stale = bench.items.find((item) => item.kind === 'stale');
    const since =
      (stale?.kind === 'stale' ? stale.at.mono : 0) - (heard?.kind === 'reading' ? heard.reading.time.mono : 0);
    expect(since).toBeGreaterThanOrEqual(5900);
    expect(since).toBeLessThan(6100);
  });

  test('a standard that contradicts the unit is refused', () => {
    expect(mpsDriver.prepare({ unit: ISO, start: 'IEC 60079-20-1' })).toMatchObject({ fault: { code: 'bad_setting' } });
  });
});
