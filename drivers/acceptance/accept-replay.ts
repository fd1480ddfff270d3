import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaled } from '../../vocabulary/test-scale.ts';
import type { Driver } from '../driver.ts';
import { measuring } from '../simulator/simulated-device.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';
import { badWeather, lineEvent, scriptOf } from './bad-lines.ts';
import { expectReplayed } from './expect-replayed.ts';
import { goLive } from './live.ts';
import { tempoOf } from './tempo.ts';
import { amounts } from './what-was-heard.ts';

const AMOUNT = '0.75';

/** Lines of every kind: no number out of nothing, and a replay that agrees to the letter. */
export function acceptReplay(driver: Driver, parts: AcceptanceParts): void {
  const live = goLive(driver, parts);
  const { isPoll, lateMs } = tempoOf(driver, parts);

  test('no line whatever makes a number that no frame carried', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(lineEvent(isPoll ? lateMs : null), { minLength: 1, maxLength: 25 }),
        badWeather,
        async (events, weather) => {
          const { bench, device, ready } = await live(scriptOf(events), {}, weather);
          for (const each of events) {
            if (each.unpluggedMs > 0) {
              bench.unplug();
              await bench.run(each.unpluggedMs);
              bench.plugIn(device);
            }
            // Noise that completes a half to a frame with a good check cannot be told from the frame where the check is weak.
            if (parts.hasWeakCheck && each.noise.length > 0) await bench.run(ready.interByteMs + 50);
            if (each.noise.length > 0) bench.inject(each.noise, parts.hasWeakCheck);
            await bench.run(each.forMs);
          }
          await bench.run(1000);
          for (const [hex, amount] of amounts(bench.items)) {
            const wasSent = device.truth.some(
              (entry) =>
                entry.isGood &&
                (entry.amount === null ? null : Number(entry.amount)) === amount &&
                entry.hex.includes(hex),
            );
            expect(wasSent).toBe(true);
          }
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
}
