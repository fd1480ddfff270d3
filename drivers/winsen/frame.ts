import type { Match } from '../framing/framer.ts';
import { hasZeroSum } from '../framing/zero-sum.ts';

const START = 0xff;
const FRAME_BYTES = 9;
/** Byte 1 of a poll's answer, and of a stream frame of the one gas whose code is confirmed (p3). */
export const ANSWER = 0x86;
export const STREAM_CO = 0x04;

const isKnown = (byte: number | undefined): boolean => byte === ANSWER || byte === STREAM_CO;

/** Whether a frame of a known kind may start behind the first byte: then an unknown one must not hide it. */
const mayHideKnown = (frame: Uint8Array): boolean =>
  frame.some((byte, at) => at > 0 && byte === START && (at === FRAME_BYTES - 1 || isKnown(frame[at + 1])));

/**
 * FF, eight more bytes, bytes 1 to 8 add to 0. A frame of an unknown kind is cut as well, so that it can be named; a
 * start byte is never a kind.
 */
export function matchWinsen(bytes: Uint8Array): Match {
  if (bytes[0] !== START || bytes[1] === START) return { kind: 'no' };
  if (bytes.length < FRAME_BYTES) return { kind: 'more', likely: isKnown(bytes[1]) };
  const frame = bytes.subarray(0, FRAME_BYTES);
  const bad = { kind: 'bad', length: FRAME_BYTES, drop: 'byte' } as const;
  if (!hasZeroSum(frame.subarray(1))) return { ...bad, code: 'bad_checksum' };
  if (!isKnown(frame[1]) && mayHideKnown(frame)) return { ...bad, code: 'bad_format' };
  return { kind: 'frame', length: FRAME_BYTES };
}
