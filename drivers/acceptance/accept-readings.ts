import { expect, test } from 'vitest';
import type { Driver } from '../driver.ts';
import { always, type Behaviour, measuring } from '../simulator/simulated-device.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';
import { goLive } from './live.ts';
import { tempoOf } from './tempo.ts';
import { amounts, count, faultCodes, truths } from './what-was-heard.ts';

const AMOUNT = '0.75';

/** Readings: the truth and nothing but the truth, whatever the device does to its frames. */
export function acceptReadings(driver: Driver, parts: AcceptanceParts): void {
  const live = goLive(driver, parts);
  const { isPoll, settleMs, periods, lateMs, untilStaleMs } = tempoOf(driver, parts);

  test('what is heard equals what the device sent, and nothing else was sent to it', async () => {
    const { bench, device } = await live([
      { forMs: settleMs + periods(4), condition: measuring(AMOUNT) },
      { forMs: periods(3), condition: { kind: 'fault' } },
      { forMs: periods(4), condition: measuring(parts.lowest ?? '-0.10') },
    ]);
    await bench.run(settleMs + periods(11));
    expect(amounts(bench.items)).toEqual(truths(device));
    expect(amounts(bench.items).length).toBeGreaterThanOrEqual(7);
    expect(device.trap).toEqual([]);
  });

  test.each<Behaviour>([{ kind: 'noise_before', hex: '00ff13550a41' }, { kind: 'doubled' }])(
    'good frames are heard although the line shows: $kind',
    async (behaviour) => {
      const { bench, device } = await live(always(measuring(AMOUNT), behaviour));
      await bench.run(settleMs + periods(6));
      const sent = device.truth.filter((entry) => entry.isGood).length;
      expect(amounts(bench.items).length).toBe(behaviour.kind === 'doubled' && !isPoll ? sent * 2 : sent);
      expect(amounts(bench.items).every(([, amount]) => amount === Number(AMOUNT))).toBe(true);
    },
  );

  const broken: readonly Behaviour[] = [
    { kind: 'half' },
    { kind: 'bad_check' },
    { kind: 'silent' },
    { kind: 'late', ms: lateMs },
  ];
  test.each(broken.filter((each) => isPoll || each.kind !== 'late'))(
    'nothing is a reading, the channel goes stale once and comes back, when the device is: $kind',
    async (behaviour) => {
      const { bench } = await live([
        { forMs: settleMs + periods(2.5), condition: measuring(AMOUNT) },
        { forMs: untilStaleMs, condition: measuring('0.99'), behaviour },
        { forMs: periods(9), condition: measuring('0.33') },
      ]);
      await bench.run(settleMs + untilStaleMs + periods(9));
      expect(amounts(bench.items).map(([, amount]) => amount)).not.toContain(0.99);
      expect(count(bench.items, 'stale')).toBe(1);
      expect(count(bench.items, 'gap')).toBe(1);
      expect(amounts(bench.items).at(-1)?.[1]).toBe(0.33);
      if (behaviour.kind === 'half') expect(faultCodes(bench.items)).toContain('truncated');
      if (behaviour.kind === 'bad_check') expect(faultCodes(bench.items)).toContain('bad_checksum');
      if (behaviour.kind === 'late') expect(faultCodes(bench.items)).toContain('late_reply');
    },
  );
}
