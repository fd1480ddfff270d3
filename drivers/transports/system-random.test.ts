import { expect, test } from 'vitest';
import { systemRandom } from './system-random.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('no stretch of the stock is handed out twice, across many refills', () => {
  const drawn = Array.from({ length: 5000 }, () => hex(systemRandom(16)));
  expect(new Set(drawn).size).toBe(drawn.length);
  expect(drawn).not.toContain('0'.repeat(32));
});

test('gives as many bytes as are asked for, also more than the stock holds', () => {
  for (const bytes of [0, 1, 16, 4096, 4097, 10_000]) expect(systemRandom(bytes)).toHaveLength(bytes);
});

test('what was handed out is the caller’s own and does not change when others draw', () => {
  const mine = systemRandom(16);
  const before = hex(mine);
  for (let at = 0; at < 600; at += 1) systemRandom(16);
  expect(hex(mine)).toBe(before);
});
