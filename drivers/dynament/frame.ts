import type { Match } from '../framing/framer.ts';

const DLE = 0x10;
const ACK = 0x16;
const NAK = 0x19;
const DATA = 0x1a;
const EOF = 0x1f;

/** The body of a data frame with its doubled bytes undone, and how many bytes it took up to and with EOF. */
type Body =
  | { readonly kind: 'whole'; readonly body: Uint8Array; readonly length: number }
  | { readonly kind: 'more' }
  | { readonly kind: 'broken'; readonly length: number };

/** Walks the states body and esc of p4. Longer than its own length byte says, it cannot become a frame any more. */
function unstuff(bytes: Uint8Array): Body {
  const body: number[] = [];
  for (let at = 2; at < bytes.length; at++) {
    let byte = bytes[at] ?? 0;
    if (byte === DLE) {
      at += 1;
      if (at >= bytes.length) return { kind: 'more' };
      if (bytes[at] === EOF) return { kind: 'whole', body: Uint8Array.from(body), length: at + 1 };
      if (bytes[at] !== DLE) return { kind: 'broken', length: at };
      byte = DLE;
    }
    body.push(byte);
    if (body.length > (body[0] ?? 0) + 1) return { kind: 'broken', length: at + 1 };
  }
  return { kind: 'more' };
}

/** A data frame from its first DLE on: stuffing, then the plain 16-bit sum, whose bytes are never doubled. */
function matchData(bytes: Uint8Array): Match {
  const unstuffed = unstuff(bytes);
  if (unstuffed.kind === 'more') return { kind: 'more', likely: true };
  if (unstuffed.kind === 'broken') return { kind: 'bad', code: 'bad_format', length: unstuffed.length, drop: 'byte' };
  const { body, length } = unstuffed;
  if (bytes.length < length + 2) return { kind: 'more', likely: true };
  const sum = bytes.subarray(0, length).reduce((all, byte) => (all + byte) & 0xffff, 0);
  const isGood = sum === (bytes[length] ?? 0) * 256 + (bytes[length + 1] ?? 0);
  // The end is marked: what lies before it is dropped as a whole (protocol rule 8).
  if (!isGood) return { kind: 'bad', code: 'bad_checksum', length: length + 2, drop: 'frame' };
  if (body.length !== (body[0] ?? 0) + 1) return { kind: 'bad', code: 'bad_length', length: length + 2, drop: 'frame' };
  return { kind: 'frame', length: length + 2 };
}

/**
 * Matches data, refusal (`10 19 reason`, no end, no sum) and acknowledgement (`10 16`). A refusal has no check at all:
 * DLE as its reason is taken as the start of the next frame.
 */
export function matchDynament(bytes: Uint8Array): Match {
  if (bytes[0] !== DLE) return { kind: 'no' };
  switch (bytes[1]) {
    case undefined:
      return { kind: 'more', likely: false };
    case DATA:
      return matchData(bytes);
    case ACK:
      return { kind: 'frame', length: 2 };
    case NAK:
      if (bytes[2] === undefined) return { kind: 'more', likely: true };
      return bytes[2] === DLE ? { kind: 'no' } : { kind: 'frame', length: 3 };
    default:
      return { kind: 'no' };
  }
}

/** What a cut frame carries. */
export type DynamentFrame =
  | { readonly kind: 'data'; readonly data: Uint8Array }
  | { readonly kind: 'nak'; readonly reason: number }
  | { readonly kind: 'ack' };

export function readDynament(frame: Uint8Array): DynamentFrame {
  if (frame[1] === NAK) return { kind: 'nak', reason: frame[2] ?? 0 };
  const unstuffed = unstuff(frame);
  return frame[1] === DATA && unstuffed.kind === 'whole'
    ? { kind: 'data', data: unstuffed.body.subarray(1) }
    : { kind: 'ack' };
}
