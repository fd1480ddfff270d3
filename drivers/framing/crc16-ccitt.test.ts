import { expect, test } from 'vitest';
import { crc16Ccitt, hasGoodCcittCheck, withCcittCheck } from './crc16-ccitt.ts';

test('the check value of the page is met', () => {
  expect(crc16Ccitt(new Uint8Array(Buffer.from('123456789')))).toBe(0x29b1);
});

test('a check inside the bytes is reckoned with its own bytes as zero, and notices every flipped bit', () => {
  const frame = withCcittCheck(Uint8Array.of(0x41, 0, 1, 0, 0, 0, 0), 4);
  expect([...frame]).toEqual([0x41, 0, 1, 0, 0x12, 0x3e, 0]);
  for (let bit = 0; bit < frame.length * 8; bit++) {
    const flipped = frame.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(hasGoodCcittCheck(flipped, 4)).toBe(false);
  }
});
