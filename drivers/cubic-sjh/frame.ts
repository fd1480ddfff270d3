import type { Match } from '../framing/framer.ts';
import { hasZeroSum } from '../framing/zero-sum.ts';

const GOOD_REPLY = 0x16;
const ERROR_REPLY = 0x06;
/** Start byte, length byte and check around `len` bytes. */
const AROUND = 3;
const MOST_BYTES = 24;
/** An error reply is a command and an error code. */
const ERROR_BYTES = 2;

/** Good and error replies; the length comes from the frame, all bytes add to 0 (p8, "State machine"). */
export function matchCubic(bytes: Uint8Array): Match {
  const [start, length] = bytes;
  if (start !== GOOD_REPLY && start !== ERROR_REPLY) return { kind: 'no' };
  if (length === undefined) return { kind: 'more', likely: false };
  if (length < 1 || length > MOST_BYTES || (start === ERROR_REPLY && length !== ERROR_BYTES)) return { kind: 'no' };
  const whole = length + AROUND;
  if (bytes.length < whole) return { kind: 'more', likely: true };
  if (hasZeroSum(bytes.subarray(0, whole))) return { kind: 'frame', length: whole };
  return { kind: 'bad', code: 'bad_checksum', length: whole, drop: 'byte' };
}

/** What a cut frame carries, without start, length and check. */
export type CubicFrame =
  | { readonly kind: 'reply'; readonly command: number; readonly data: Uint8Array }
  | { readonly kind: 'error'; readonly command: number; readonly error: number };

export function readCubic(frame: Uint8Array): CubicFrame {
  const [start, , command = 0, third = 0] = frame;
  if (start === ERROR_REPLY) return { kind: 'error', command, error: third };
  return { kind: 'reply', command, data: frame.subarray(3, -1) };
}
