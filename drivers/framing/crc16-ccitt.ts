const POLYNOMIAL = 0x1021;

/** CRC-16: polynomial 1021, start FFFF, not reflected, no final XOR (p7). */
export function crc16Ccitt(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ POLYNOMIAL) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** The check is reckoned with its own two bytes as zero. */
const withoutCheck = (bytes: Uint8Array, checkAt: number): Uint8Array =>
  bytes.map((byte, at) => (at === checkAt || at === checkAt + 1 ? 0 : byte));

/** The bytes with their check at its place inside, low byte first. */
export function withCcittCheck(bytes: Uint8Array, checkAt: number): Uint8Array {
  const crc = crc16Ccitt(withoutCheck(bytes, checkAt));
  return bytes.map((byte, at) => (at === checkAt ? crc & 0xff : at === checkAt + 1 ? crc >> 8 : byte));
}

export const hasGoodCcittCheck = (bytes: Uint8Array, checkAt: number): boolean =>
  crc16Ccitt(withoutCheck(bytes, checkAt)) === (bytes[checkAt] ?? 0) + (bytes[checkAt + 1] ?? 0) * 256;
