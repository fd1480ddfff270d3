import { expect, test } from 'vitest';
import type { Driver } from '../driver.ts';
import { always, type Behaviour, measuring } from '../simulator/simulated-device.ts';
import type { AcceptanceParts } from './acceptance-parts.ts';
import { goLive } from './live.ts';
import { amounts, count, faultCodes } from './what-was-heard.ts';

const AMOUNT = '0.75';
/** Long enough for three polls with all their retries, or three stream periods. */
const UNTIL_STALE_MS = 15_000;

/** Readings: the truth and nothing but the truth, whatever the device does to its frames. */
export function acceptReadings(driver: Driver, parts: AcceptanceParts): void {
  const live = goLive(driver, parts);
  const isPoll = driver.talk === 'poll';

  test('what is heard equals what the device sent, and nothing else was sent to it', async () => {
    const { bench, device } = await live([
      { forMs: 4000, condition: measuring(AMOUNT) },
      { forMs: 3000, condition: { kind: 'fault' } },
      { forMs: 4000, condition: measuring('-0.10') },
    ]);
    await bench.run(11_000);
    expect(amounts(bench.items)).toEqual(device.truth.map((entry) => [entry.hex, entry.amount]));
    expect(amounts(bench.items).length).toBeGreaterThanOrEqual(9);
    expect(device.trap).toEqual([]);
  });

  test.each<Behaviour>([{ kind: 'noise_before', hex: '00ff13550a41' }, { kind: 'doubled' }])(
    'good frames are heard although the line shows: $kind',
    async (behaviour) => {
      const { bench, device } = await live(always(measuring(AMOUNT), behaviour));
      await bench.run(6000);
      const sent = device.truth.filter((entry) => entry.isGood).length;
      expect(amounts(bench.items).length).toBe(behaviour.kind === 'doubled' && !isPoll ? sent * 2 : sent);
      expect(amounts(bench.items).every(([, amount]) => amount === AMOUNT)).toBe(true);
    },
  );

  const broken: readonly Behaviour[] = [
    { kind: 'half' },
    { kind: 'bad_check' },
    { kind: 'silent' },
    { kind: 'late', ms: 700 },
  ];
  test.each(broken.filter((each) => isPoll || each.kind !== 'late'))(
    'nothing is a reading, the channel goes stale once and comes back, when the device is: $kind',
    async (behaviour) => {
      const { bench } = await live([
        { forMs: 2500, condition: measuring(AMOUNT) },
        { forMs: UNTIL_STALE_MS, condition: measuring('0.99'), behaviour },
        { forMs: 9000, condition: measuring('0.33') },
      ]);
      await bench.run(UNTIL_STALE_MS + 9000);
      expect(amounts(bench.items).map(([, amount]) => amount)).not.toContain('0.99');
      expect(count(bench.items, 'stale')).toBe(1);
      expect(count(bench.items, 'gap')).toBe(1);
      expect(amounts(bench.items).at(-1)?.[1]).toBe('0.33');
      if (behaviour.kind === 'half') expect(faultCodes(bench.items)).toContain('truncated');
      if (behaviour.kind === 'bad_check') expect(faultCodes(bench.items)).toContain('bad_checksum');
      if (behaviour.kind === 'late') expect(faultCodes(bench.items)).toContain('late_reply');
    },
  );
}
