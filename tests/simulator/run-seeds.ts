import process from 'node:process';
import { expect } from 'vitest';
import { roundOf, scaled } from '../../vocabulary/test-scale.ts';
import { stepNames } from './play.ts';
import { simulate } from './simulate.ts';

/** 500 in `npm test`, in `npm run torture` 500 others in each of its rounds. */
const SEEDS = 500;
const reasons = ['revoked', 'fork', 'not_enrolled', 'late', 'role'].map((reason) => `quarantined:${reason}`);
/** What the worlds must reach, or their agreement would mean nothing. */
const mustMeet = [...reasons, ...stepNames, 'admitted', 'unsealed', 'withheld', 'conflict', 'crash'];

/** The seeds of one of two files, so that both workers run worlds. JINGXUN_SEED names a single one. */
export async function runSeeds(half: 0 | 1): Promise<void> {
  const named = process.env.JINGXUN_SEED;
  const count = scaled(SEEDS / 2);
  const first = roundOf() * SEEDS + half;
  const seeds = named ? [Number(named)] : Array.from({ length: count }, (_, at) => first + at * 2);
  const met = new Set<string>();
  for (const seed of seeds) {
    const reached = await simulateOrTell(seed);
    for (const word of reached.met) met.add(word);
  }
  if (seeds.length >= SEEDS / 2 && roundOf() === 0) expect(mustMeet.filter((word) => !met.has(word))).toEqual([]);
}

async function simulateOrTell(seed: number) {
  try {
    return await simulate(seed);
  } catch (error) {
    const again = `JINGXUN_SEED=${seed} npx vitest run --project crash tests/simulator/even-seeds.test.ts`;
    throw new Error(`seed ${seed} fails: ${error instanceof Error ? error.message : error}\nagain: ${again}`, {
      cause: error,
    });
  }
}
