import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pairClocks } from './system-clock.ts';

test('wall and monotonic time run alike to the millisecond, whatever their ticks, and never part by more than one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.array(fc.integer({ min: 1, max: 5000 })), (phase, steps) => {
      let microseconds = 1_000_000;
      const wall = () => 1_795_000_000_000 + Math.floor((microseconds + phase) / 1000);
      const clock = pairClocks(wall, () => Math.floor(microseconds / 1000));
      const offset = clock.wall() - clock.mono();
      for (const step of steps) {
        microseconds += step;
        expect(clock.wall() - clock.mono()).toBe(offset);
        expect(Math.abs(clock.wall() - wall())).toBeLessThanOrEqual(1);
        expect(Number.isInteger(clock.mono())).toBe(true);
      }
    }),
  );
});

test('follows a wall clock that somebody sets, at once', () => {
  let set = 0;
  let now = 0;
  const clock = pairClocks(
    () => now + set,
    () => now,
  );
  now = 500;
  set = -3_600_000;
  expect(clock.wall()).toBe(now + set);
  set = 2;
  expect(clock.wall()).toBe(now + set);
});
