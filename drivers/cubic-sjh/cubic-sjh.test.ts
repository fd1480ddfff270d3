import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { acceptDriver } from '../acceptance/accept-driver.ts';
import { vectorFrames } from '../acceptance/vector-frames.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { toHex } from '../framing/hex.ts';
import { LISTEN_BEFORE_ASKING_MS } from '../session/opening-ear.ts';
import { type CubicSjhDeviceParts, createCubicSjhDevice } from '../simulator/cubic-sjh-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { cubicSjhDriver } from './cubic-sjh-driver.ts';

const confirmed = { unit: '%VOL', scale: 0.01 };

acceptDriver(cubicSjhDriver, {
  settings: confirmed,
  lowest: '0.01',
  hasWeakCheck: true,
  request: '11 01 01 ED',
  device: (script, startAt) => createCubicSjhDevice({ script, startAt }),
  frames: vectorFrames('p8'),
  // The poll itself, an error reply, properties nobody asked for.
  others: ['110101ed', '06020101f6', '16060d01f402000003'].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
});

async function live(settings: object, parts: Partial<CubicSjhDeviceParts> = {}) {
  const bench = createBench(orThrow(cubicSjhDriver.prepare(settings)));
  const device = createCubicSjhDevice({ script: always(measuring('1.04')), startAt: bench.now, ...parts });
  bench.plugIn(device);
  await bench.session.start();
  await bench.run(LISTEN_BEFORE_ASKING_MS); // the silence before the first question
  const readings = () => bench.items.flatMap((item) => (item.kind === 'reading' ? [item] : []));
  return { bench, device, readings };
}

describe('cubic-sjh', () => {
  test('asks the module once what it is, and then only for measurements', async () => {
    const { bench, device, readings } = await live(confirmed);
    await bench.run(4500);
    expect(bench.sent.map(toHex)).toEqual(['11010de1', ...Array(5).fill('110101ed')]);
    expect(readings()[0]?.reading.value).toEqual({ quality: 'ok', amount: '1.04', unit: '%VOL' });
    expect(device.trap).toEqual([]);
  });

  test.each([
    ['other decimals', [1, 0xf4, 1, 0, 1]],
    ['ppm', [1, 0xf4, 2, 0, 0]],
    ['carbon dioxide', [1, 0xf4, 2, 1, 1]],
    ['a unit nobody knows', [1, 0xf4, 2, 0, 9]],
  ])('gives no number where the module says it has %s', async (_, properties) => {
    const { bench, readings } = await live(confirmed, { properties });
    await bench.run(100);
    const value = { quality: 'invalid', detail: 'properties_differ_from_setting' };
    expect(readings()[0]?.reading.value).toMatchObject(value);
  });

  test('a module that refuses to say what it is is believed as confirmed by the user, with a flag', async () => {
    const { bench, readings } = await live(confirmed, { properties: null });
    await bench.run(3500);
    expect(readings().map((each) => each.flags)).toEqual(Array(4).fill(['properties_unconfirmed']));
    expect(bench.sent.filter((bytes) => toHex(bytes) === '11010de1')).toHaveLength(1);
  });

  test('a module that was asleep is asked once more after its first measurement', async () => {
    const script = [
      { forMs: 4000, condition: measuring('1.04'), behaviour: { kind: 'silent' as const } },
      { forMs: 9000, condition: measuring('1.04') },
    ] as const;
    const { bench, readings } = await live(confirmed, { script });
    await bench.run(9000);
    expect(readings().at(-1)?.flags).toEqual([]);
  });

  test.each([
    [{ scale: 0.01 }, 'unit_unknown 1.04'],
    [{ unit: '%VOL' }, 'scale_unknown'],
  ])('with no more set than %o there is no number', async (settings, detail) => {
    const { bench, readings } = await live(settings);
    await bench.run(100);
    expect(readings()[0]?.reading.value).toMatchObject({ quality: 'invalid', detail });
  });

  test('past its range it is over range, also before its unit is known', async () => {
    const { bench, readings } = await live({ scale: 0.01 }, { script: always({ kind: 'over_range' }) });
    await bench.run(100);
    expect(readings()[0]?.reading.value).toMatchObject({ quality: 'over_range' });
  });
});
