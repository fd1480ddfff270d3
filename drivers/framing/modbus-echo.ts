import { hasGoodModbusCrc } from './crc16-modbus.ts';
import type { Match, Matcher } from './framer.ts';

const WRITE = 6;
const ECHO_BYTES = 8;
const EXCEPTION_BYTES = 5;

/** Matches what answers the event cursor (p5): the same eight bytes again, or an exception. */
export const modbusEchoMatcher =
  (slave: number): Matcher =>
  (bytes): Match => {
    if (bytes[0] !== slave) return { kind: 'no' };
    if (bytes[1] === undefined) return { kind: 'more', likely: false };
    if (bytes[1] !== WRITE && bytes[1] !== (WRITE | 0x80)) return { kind: 'no' };
    const length = bytes[1] === WRITE ? ECHO_BYTES : EXCEPTION_BYTES;
    if (bytes.length < length) return { kind: 'more', likely: true };
    if (hasGoodModbusCrc(bytes.subarray(0, length))) return { kind: 'frame', length };
    return { kind: 'bad', code: 'bad_checksum', length, drop: 'byte' };
  };
