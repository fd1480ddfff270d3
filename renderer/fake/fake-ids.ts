/** Ids that say nothing and are the same on every run. */
export const fakeHex = (seed: string, length: number): string => {
  let text = '';
  let hash = 2166136261;
  for (let at = 0; text.length < length; at++) {
    for (const letter of `${seed}${at}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
    text += hash.toString(16).padStart(8, '0');
  }
  return text.slice(0, length);
};

export const fakeId = (seed: string): string => fakeHex(seed, 32);
export const fakeHash = (seed: string): string => fakeHex(seed, 64);

/** 23 November 2026, 14:32:07 in Shanxi: the moment of the pictures. */
export const fakeNow = Date.UTC(2026, 10, 23, 6, 32, 7);
export const minutes = (count: number): number => count * 60_000;
export const days = (count: number): number => count * 86_400_000;
