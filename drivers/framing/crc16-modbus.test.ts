import { expect, test } from 'vitest';
import { crc16Modbus, hasGoodModbusCrc, withModbusCrc } from './crc16-modbus.ts';

test('the check value of the catalogue is met', () => {
  expect(crc16Modbus(new Uint8Array(Buffer.from('123456789')))).toBe(0x4b37);
});

test('what carries its own CRC is good, with any bit changed it is not, and nothing at all is not', () => {
  const frame = withModbusCrc(Uint8Array.of(1, 3, 0, 0x64, 0, 4));
  expect(hasGoodModbusCrc(frame)).toBe(true);
  for (let bit = 0; bit < frame.length * 8; bit++) {
    const changed = Uint8Array.from(frame, (byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
    expect(hasGoodModbusCrc(changed)).toBe(false);
  }
  expect(hasGoodModbusCrc(new Uint8Array())).toBe(false);
});
