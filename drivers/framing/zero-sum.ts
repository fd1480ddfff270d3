const sumOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => (sum + byte) & 0xff, 0);

/** Whether all bytes add to 0 modulo 256 (p3 without its first byte, p8). */
export const hasZeroSum = (bytes: Uint8Array): boolean => sumOf(bytes) === 0;

/** The bytes with the one behind them that makes them add to 0. */
export const withZeroSum = (bytes: Uint8Array): Uint8Array => Uint8Array.of(...bytes, -sumOf(bytes) & 0xff);
