const BITS_PER_BYTE = 10;
const DATA_BITS = 8;
/** How finely a receiver looks for the next start bit, in parts of its own bit. */
const LOOKS_PER_BIT = 8;

/**
 * What a receiver hears that listens at another speed (8N1): the sender's levels, sampled at the receiver's own pace.
 * `ratio` is the receiver's speed over the sender's. A missing stop bit is passed over, as common UARTs do.
 */
export function hearAtWrongBaud(bytes: Uint8Array, ratio: number): Uint8Array {
  const bitWidth = 1 / ratio;
  const end = bytes.length * BITS_PER_BYTE;
  const heard: number[] = [];
  for (let at = 0; at < end; ) {
    if (levelAt(bytes, at) === 1) {
      at += bitWidth / LOOKS_PER_BIT;
      continue;
    }
    let byte = 0;
    for (let bit = 0; bit < DATA_BITS; bit += 1) byte |= levelAt(bytes, at + bitWidth * (bit + 1.5)) << bit;
    heard.push(byte);
    at += bitWidth * (BITS_PER_BYTE - 0.5);
  }
  return Uint8Array.from(heard);
}

/** The line's level so many sender bits after the first start bit: start 0, data from the lowest bit, stop and rest 1. */
function levelAt(bytes: Uint8Array, at: number): 0 | 1 {
  const byte = bytes[Math.floor(at / BITS_PER_BYTE)];
  const bit = Math.floor(at % BITS_PER_BYTE);
  if (byte === undefined || bit === BITS_PER_BYTE - 1) return 1;
  if (bit === 0) return 0;
  return ((byte >> (bit - 1)) & 1) === 1 ? 1 : 0;
}
