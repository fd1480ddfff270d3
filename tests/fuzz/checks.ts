// The check of each protocol, from its page alone.

function crc16(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

const sum = (bytes: Uint8Array): number => bytes.reduce((all, byte) => all + byte, 0);
const goodModbus = (frame: Uint8Array) =>
  crc16(frame.subarray(0, -2)) === (frame.at(-2) ?? 0) + (frame.at(-1) ?? 0) * 256;

export const passesCheck: Readonly<Record<string, (frame: Uint8Array) => boolean>> = {
  p1: goodModbus,
  p2: (frame) => {
    const xor = frame.subarray(0, 39).reduce((all, byte) => all ^ byte, 0);
    return Number.parseInt(new TextDecoder().decode(frame.subarray(40, 42)), 16) === xor;
  },
  p3: (frame) => frame.length === 9 && (sum(frame.subarray(1)) & 0xff) === 0,
  p5: goodModbus,
  p7: (frame) => {
    const zeroed = frame.map((byte, at) => (at === 4 || at === 5 ? 0 : byte));
    let crc = 0xffff;
    for (const byte of zeroed) {
      for (let mask = 0x80; mask > 0; mask >>= 1) {
        const isOdd = ((crc & 0x8000) !== 0) !== ((byte & mask) !== 0);
        crc = (crc * 2) & 0xffff;
        if (isOdd) crc ^= 0x1021;
      }
    }
    return crc === (frame[4] ?? 0) + (frame[5] ?? 0) * 256;
  },
  pm: goodModbus,
  p8: (frame) => (sum(frame) & 0xff) === 0,
  p4: (frame) => (sum(frame.subarray(0, -2)) & 0xffff) === (frame.at(-2) ?? 0) * 256 + (frame.at(-1) ?? 0),
};
