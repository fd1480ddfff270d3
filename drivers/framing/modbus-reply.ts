import { hasGoodModbusCrc } from './crc16-modbus.ts';
import type { Match, Matcher } from './framer.ts';

/** The answer a Modbus read waits for. */
export interface ExpectedReply {
  readonly slave: number;
  readonly function: number;
  /** Data bytes: twice the registers asked. */
  readonly dataBytes: number;
}

const EXCEPTION_BIT = 0x80;
const EXCEPTION_BYTES = 5;
const ECHO_BYTES = 8;
const MOST_DATA_BYTES = 250;

/** The length of the awaited answer or its exception from here on; null where neither starts here, 0 while undecided. */
function awaitedLength(bytes: Uint8Array, expected: ExpectedReply): number | null {
  const [slave, functionCode, count] = bytes;
  if (slave !== expected.slave) return null;
  if (functionCode === undefined) return 0;
  if (functionCode === (expected.function | EXCEPTION_BIT)) return EXCEPTION_BYTES;
  if (functionCode !== expected.function) return null;
  if (count === undefined) return 0;
  return count === expected.dataBytes ? count + 5 : null;
}

/** The length of any Modbus answer starting here, by its own words; null where none can, 0 while undecided. */
function anyLength(bytes: Uint8Array): number | null {
  const [slave, functionCode, count] = bytes;
  if (slave === undefined || slave < 1 || slave > 247) return null;
  if (functionCode === undefined) return 0;
  const plain = functionCode & ~EXCEPTION_BIT;
  if (![1, 2, 3, 4, 5, 6, 15, 16].includes(plain)) return null;
  if (functionCode !== plain) return EXCEPTION_BYTES;
  if (plain > 4) return ECHO_BYTES;
  if (count === undefined) return 0;
  return count > 0 && count <= MOST_DATA_BYTES ? count + 5 : null;
}

/** Whether an awaited answer with a good CRC lies wholly behind the first byte, within `extent` bytes. */
function holdsAwaitedReply(bytes: Uint8Array, extent: number, expected: ExpectedReply): boolean {
  const end = Math.min(bytes.length, extent);
  for (let at = 1; at + EXCEPTION_BYTES <= end; at++) {
    const length = awaitedLength(bytes.subarray(at), expected);
    if (length && at + length <= end && hasGoodModbusCrc(bytes.subarray(at, at + length))) return true;
  }
  return false;
}

/**
 * Matches answers to one Modbus request. The length comes from the request, never from silence on the line, because
 * USB adapters destroy the 3.5-character gap (p1, "State machine"). Answers of other slaves, functions and lengths
 * are cut too, so that they can be named, but never delay or hide the awaited one.
 */
export function modbusReplyMatcher(expected: ExpectedReply): Matcher {
  return (bytes): Match => {
    const awaited = awaitedLength(bytes, expected);
    if (awaited !== null) return byLength(bytes, awaited, true);
    const length = anyLength(bytes);
    if (length === null) return { kind: 'no' };
    const extent = length === 0 ? Number.POSITIVE_INFINITY : length;
    return holdsAwaitedReply(bytes, extent, expected) ? { kind: 'no' } : byLength(bytes, length, false);
  };
}

function byLength(bytes: Uint8Array, length: number, isAwaited: boolean): Match {
  if (length === 0 || bytes.length < length) return { kind: 'more', likely: isAwaited };
  if (hasGoodModbusCrc(bytes.subarray(0, length))) return { kind: 'frame', length };
  return isAwaited ? { kind: 'bad', code: 'bad_checksum', length, drop: 'byte' } : { kind: 'no' };
}
