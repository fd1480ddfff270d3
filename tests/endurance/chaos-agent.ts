import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../fuzz/random.ts';
import type { Line } from './line.ts';

export interface ChaosPlan {
  readonly random: SeededRandom;
  /** `performance.now()` after which nothing more is begun. */
  readonly until: number;
  /** How long this line's silence must last to be shown as stale. */
  readonly staleMs: number;
}

const LEAST_HEALTH_MS = 2_000;
const LONGEST_HEALTH_MS = 4_000;
/** A line that does not come back in this time is not waited for; the comparison will say so. */
const GIVE_UP_MS = 15_000;
const LOOK_MS = 50;
const BAUD_RATIOS = [1 / 4, 1 / 2, 4 / 3, 2, 4] as const;
/** More than a noisy line may put into the record. */
const FLOOD_BYTES = 80_000;

/** Out of 100 events, so many of each kind. */
const SHARES = { unplug: 27, loose: 8, silence: 10, baud: 10, noise: 14, interrupt: 15, flood: 1, half: 15 } as const;
export type EventKind = keyof typeof SHARES;
const kinds = Object.keys(SHARES) as [EventKind, ...EventKind[]];
const lots = kinds.flatMap((kind) => Array.from({ length: SHARES[kind] }, () => kind));

/** Does what happens to cables below ground to one line, in a seeded order, until its time is up. Gives what it did. */
export async function disturb(line: Line, plan: ChaosPlan): Promise<readonly EventKind[]> {
  const done: EventKind[] = [];
  for (;;) {
    await stayHealthy(line, plan);
    if (performance.now() >= plan.until) return done;
    const kind = lots[plan.random.below(lots.length)] ?? 'noise';
    await strike(kind, line, plan);
    done.push(kind);
  }
}

/** A few seconds, and long enough for two whole frames. */
async function stayHealthy(line: Line, { random, until }: ChaosPlan): Promise<void> {
  const from = performance.now();
  const known = line.frames.length;
  const wanted = from + LEAST_HEALTH_MS + random.below(LONGEST_HEALTH_MS - LEAST_HEALTH_MS);
  for (;;) {
    const at = performance.now();
    if (at >= Math.min(until, from + GIVE_UP_MS)) return;
    if (at >= wanted && line.frames.length >= known + 2) return;
    await sleep(LOOK_MS);
  }
}

function strike(kind: EventKind, line: Line, { random, staleMs }: ChaosPlan): Promise<void> {
  const longOrShort = () => 500 + random.below(staleMs + 2_500);
  const noise = (length: number) => random.bytes(length).map((byte) => (byte === line.family.head ? 0 : byte));
  switch (kind) {
    case 'unplug':
      return replug(line, 300 + random.below(5_000));
    case 'loose':
      return replug(line, 10 + random.below(200));
    case 'silence':
      line.fallSilent();
      return sleep(longOrShort()).then(line.recover);
    case 'baud':
      line.changeBaud(random.pick(BAUD_RATIOS));
      return sleep(longOrShort()).then(line.recover);
    case 'noise':
      line.babble(noise(1 + random.below(300)));
      return Promise.resolve();
    case 'interrupt':
      line.interrupt(noise(1 + random.below(300)));
      return Promise.resolve();
    case 'flood':
      line.babble(noise(FLOOD_BYTES));
      return Promise.resolve();
    case 'half':
      line.cutNextFrame();
      return Promise.resolve();
  }
}

async function replug(line: Line, awayMs: number): Promise<void> {
  line.unplug();
  await sleep(awayMs);
  await line.plug();
}
