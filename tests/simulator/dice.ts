import { seededRandom } from '../fuzz/random.ts';

/** The one source of chance of a world: everything that happens follows from the seed. */
export interface Dice {
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffle: <T>(list: readonly T[]) => T[];
  readonly bytes: (count: number) => Uint8Array;
}

export function diceOf(seed: number): Dice {
  const { below, bytes } = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  const shuffle = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    return Array.from({ length: left.length }, () => left.splice(below(left.length), 1)).flat();
  };
  return { below, bytes, pick, shuffle, chance: (share) => below(1_000_000) < share * 1_000_000 };
}
