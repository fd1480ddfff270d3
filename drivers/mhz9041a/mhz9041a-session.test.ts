import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { createMhz9041aDevice } from '../simulator/mhz9041a-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { mhz9041aDriver } from './mhz9041a-driver.ts';

async function readingsWith(settings: object, ms: number) {
  const bench = createBench(orThrow(mhz9041aDriver.prepare(settings)));
  bench.plugIn(createMhz9041aDevice({ script: always(measuring('1.50')), startAt: bench.now }));
  await bench.session.start();
  await bench.run(ms);
  return bench.items.flatMap((item) => (item.kind === 'reading' ? [item] : []));
}

describe('mhz9041a', () => {
  test('without a confirmed unit there is no number, and the text on the wire is kept', async () => {
    const [first] = await readingsWith({ warmupMs: 0 }, 1100);
    expect(first?.reading.value).toEqual({ quality: 'invalid', unit: null, detail: 'unit_unconfirmed +001.50' });
    expect(first?.rawHex).toContain('412b3030312e3530');
  });

  test('the start-up hold lasts 30 s after the first line unless set otherwise', async () => {
    const qualities = (await readingsWith({ unit: '%LEL' }, 40_000)).map((item) => item.reading.value.quality);
    expect(qualities.indexOf('ok')).toBe(30);
    expect(new Set(qualities.slice(30))).toEqual(new Set(['ok']));
  });

  test('a unit is never converted', async () => {
    const [first] = await readingsWith({ unit: '%LEL', warmupMs: 0 }, 1100);
    expect(first?.reading.value).toEqual({ quality: 'ok', amount: '1.50', unit: '%LEL' });
  });
});
