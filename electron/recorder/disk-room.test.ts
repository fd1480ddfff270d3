import { expect, test } from 'vitest';
import { hoursOf } from './disk-room.ts';

const MINUTES = 60_000;
const block = (instrument: string, from: number, bytes: number) => ({
  instrument,
  from,
  to: from + 10 * MINUTES,
  bytes,
});

test('hours left follow from what each instrument took for the time it was heard, not from the pauses between', () => {
  const two = [block('a', 0, 1000), block('a', 600 * MINUTES, 3000), block('b', 0, 4000)];
  // a: 4000 bytes in 20 minutes, b: 4000 in 10: 36,000 bytes an hour
  expect(hoursOf(two, 36_000 * 6 + 10)).toBe(6);
});

test('nothing is said where nothing was measured', () => {
  expect(hoursOf([], 1e9)).toBeNull();
  expect(hoursOf([{ instrument: 'a', from: 5, to: 5, bytes: 10 }], 1e9)).toBeNull();
});
