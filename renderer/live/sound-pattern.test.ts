import { expect, test } from 'vitest';
import { soundLength, soundPatterns } from './sound-pattern.ts';

test('the three levels differ by the number of beats, not by pitch alone', () => {
  const { level1, level2, level3 } = soundPatterns;
  expect([level1, level2, level3].map((pattern) => pattern.pulses.length)).toEqual([5, 3, 1]);
});
test('level one is three beats, a pause and two', () => {
  const starts = soundPatterns.level1.pulses.map((pulse) => pulse.atMs);
  const pauses = starts.slice(1).map((start, at) => start - (starts[at] ?? 0));
  expect(pauses).toEqual([250, 250, 500, 250]);
});
test('beats do not overlap and a round ends before the next begins', () => {
  for (const pattern of Object.values(soundPatterns)) {
    for (const [at, pulse] of pattern.pulses.entries()) {
      const next = pattern.pulses[at + 1];
      if (next) expect(pulse.atMs + pulse.forMs).toBeLessThanOrEqual(next.atMs);
    }
    if (pattern.everyMs !== null) expect(soundLength(pattern)).toBeLessThan(pattern.everyMs);
  }
});
test('only what needs an action at once repeats', () => {
  const repeating = Object.entries(soundPatterns).filter(([, pattern]) => pattern.everyMs !== null);
  expect(repeating.map(([name]) => name)).toEqual(['level1', 'level2']);
});
