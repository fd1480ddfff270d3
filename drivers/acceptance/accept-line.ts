import { expect, test } from 'vitest';
import type { Driver } from '../driver.ts';
import type { SessionItem } from '../session/session-item.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';
import { expectReplayed } from './expect-replayed.ts';
import { goLive } from './live.ts';
import { tempoOf } from './tempo.ts';
import { amounts, count, faultCodes } from './what-was-heard.ts';

const AMOUNT = '0.75';

const keptBytes = (item: SessionItem): number =>
  item.kind === 'raw' && 'hex' in item.chunk ? item.chunk.hex.length / 2 : 0;

/** The line itself: pulled plugs, start-up, endless noise. */
export function acceptLine(driver: Driver, parts: AcceptanceParts): void {
  const live = goLive(driver, parts);
  const { settleMs, periods, untilStaleMs } = tempoOf(driver, parts);

  test('a pulled plug makes the channel stale at once, leaves a gap, and the device is found again', async () => {
    const { bench, device } = await live(always(measuring(AMOUNT)));
    await bench.run(settleMs + periods(3.5));
    bench.unplug();
    expect(bench.items.at(-1)).toMatchObject({ kind: 'phase', phase: 'lost' });
    expect(count(bench.items, 'stale')).toBe(1);
    const pulledAt = bench.now;
    await bench.run(4200);
    bench.plugIn(device);
    await bench.run(settleMs + periods(4));
    const gap = bench.items.find((item) => item.kind === 'gap');
    expect(gap).toMatchObject({ cause: 'unplugged', from: { mono: pulledAt } });
    expect(amounts(bench.items).length).toBeGreaterThanOrEqual(4);
    expect(count(bench.items, 'stale')).toBe(1);
  });

  test('during the start-up hold nothing is a number, after it everything is', async () => {
    const { bench } = await live(always(measuring(AMOUNT)), { warmupMs: periods(2.5) });
    await bench.run(settleMs + periods(9));
    const qualities = bench.items.flatMap((item) => (item.kind === 'reading' ? [item.reading.value.quality] : []));
    expect(qualities.slice(0, 3)).toEqual(['warmup', 'warmup', 'warmup']);
    expect(qualities.slice(3).every((quality) => quality === 'ok')).toBe(true);
    expect(qualities.length).toBeGreaterThan(5);
  });

  test('noise without end is not kept without end, a good frame is found behind it, and a replay agrees', async () => {
    const { bench, ready } = await live([
      { forMs: 20_000, condition: measuring('0.99'), behaviour: { kind: 'silent' } },
      { forMs: 60_000, condition: measuring(AMOUNT) },
    ]);
    for (let run = 0; run < 100; run++) {
      bench.inject(Uint8Array.from({ length: 1000 }, (_, index) => (index * 37 + run * 11) & 0xff));
      await bench.run(190);
    }
    await bench.run(untilStaleMs);
    const kept = bench.items.reduce((sum, item) => sum + keptBytes(item), 0);
    expect(kept).toBeLessThan(80 * 1024);
    expect(faultCodes(bench.items)).toContain('noise_continues');
    expect(amounts(bench.items).at(-1)?.[1]).toBe(Number(AMOUNT));
    await bench.stop();
    expectReplayed(driver, ready, bench.items);
  });
}
