import { hasGoodCcittCheck } from '../framing/crc16-ccitt.ts';
import type { Match } from '../framing/framer.ts';

export const ANSWER = 0x01;
export const STATUS = 0x41;
export const VERSION = 0x42;
export const INFO = 0x43;
export const MEASURE = 0x61;
/** Payload bytes of each command's reply; a reply may also carry none (p7). */
const PAYLOAD_BYTES: Readonly<Record<number, number>> = {
  [ANSWER]: 28,
  [STATUS]: 1,
  [VERSION]: 8,
  [INFO]: 68,
  [MEASURE]: 0,
};
export const HEADER_BYTES = 6;
const CHECK_AT = 4;

/** Replies to any command: the length is none or the command's own, the check covers header and payload. */
export function matchMps(bytes: Uint8Array): Match {
  const [command = -1, , low, high] = bytes;
  const payload = PAYLOAD_BYTES[command];
  if (payload === undefined) return { kind: 'no' };
  if (low === undefined || high === undefined) return { kind: 'more', likely: false };
  const length = low + high * 256;
  if (length !== 0 && length !== payload) return { kind: 'no' };
  const whole = HEADER_BYTES + length;
  if (bytes.length < whole) return { kind: 'more', likely: length > 0 };
  if (hasGoodCcittCheck(bytes.subarray(0, whole), CHECK_AT)) return { kind: 'frame', length: whole };
  // A bare header is six bytes of anything with two zeros in it: too little to call a wrong check a broken frame.
  return length === 0 ? { kind: 'no' } : { kind: 'bad', code: 'bad_checksum', length: whole, drop: 'byte' };
}
