import { expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { expectReplayed } from '../acceptance/expect-replayed.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { itransDriver } from '../itrans/itrans-driver.ts';
import { mhz9041aDriver } from '../mhz9041a/mhz9041a-driver.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../simulator/mhz9041a-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';

// A process that is held up by a busy machine finds its timers due before it has read what lay in the port meanwhile.

const script = always(measuring('1.20'));
const polled = orThrow(itransDriver.prepare({ gas: 'CH4', unit: '%VOL' }));
const streamed = orThrow(mhz9041aDriver.prepare({ unit: '%VOL', warmupMs: 0 }));

test('an answer that lay in the port while the process was held up is no late one', async () => {
  const bench = createBench(polled);
  bench.plugIn(createItransDevice({ script, startAt: bench.now }));
  await bench.session.start();
  await bench.run(5_000);
  const before = bench.items.length;
  bench.holdUpFromNextQuestion(3_000);
  await bench.run(7_000);
  await bench.stop();
  const since = bench.items.slice(before);
  expect(since.flatMap((item) => (item.kind === 'fault' ? [item.fault.code] : []))).toEqual([]);
  expect(since.filter(({ kind }) => kind === 'reading').length).toBeGreaterThanOrEqual(3);
  const waited = bench.items.flatMap((item) => (item.kind === 'raw' && 'hex' in item.chunk ? [item.chunk] : []));
  const longest = Math.max(...waited.map(({ mono_first_ms, mono_last_ms }) => mono_last_ms - mono_first_ms));
  expect(longest).toBeGreaterThanOrEqual(3_000);
  expectReplayed(itransDriver, polled, bench.items);
});

test('a stream is not called silent for a time in which nobody could listen', async () => {
  const bench = createBench(streamed);
  bench.plugIn(createMhz9041aDevice({ script, startAt: bench.now }));
  await bench.session.start();
  await bench.run(5_000);
  bench.holdUp(4_000);
  await bench.run(6_000);
  await bench.stop();
  expect(bench.items.filter(({ kind }) => kind === 'stale' || kind === 'gap')).toEqual([]);
  expectReplayed(mhz9041aDriver, streamed, bench.items);
});

test('silence is still called so after the process was held up', async () => {
  const bench = createBench(streamed);
  bench.plugIn(
    createMhz9041aDevice({
      script: [
        { ...script[0], forMs: 3_000 },
        { ...script[0], behaviour: { kind: 'silent' } },
      ],
      startAt: bench.now,
    }),
  );
  await bench.session.start();
  await bench.run(5_000);
  bench.holdUp(4_000);
  await bench.run(4_100);
  await bench.stop();
  expect(bench.items.filter(({ kind }) => kind === 'stale')).toHaveLength(1);
  expectReplayed(mhz9041aDriver, streamed, bench.items);
});
