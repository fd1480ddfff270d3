const POLYNOMIAL = 0xa001;

const table = Uint16Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/** CRC-16/Modbus: start FFFF, polynomial A001 reflected (p1, "Request"). On the wire the low byte goes first. */
export function crc16Modbus(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return crc;
}

/** The bytes with their CRC behind them, low byte first. */
export function withModbusCrc(bytes: Uint8Array): Uint8Array {
  const crc = crc16Modbus(bytes);
  return Uint8Array.of(...bytes, crc & 0xff, crc >>> 8);
}

/** Whether the last two bytes are the CRC of those before. */
export function hasGoodModbusCrc(frame: Uint8Array): boolean {
  const end = frame.length - 2;
  return end > 0 && crc16Modbus(frame.subarray(0, end)) === (frame[end] ?? 0) + (frame[end + 1] ?? 0) * 256;
}
