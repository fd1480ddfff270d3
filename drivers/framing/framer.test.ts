import { describe, expect, test } from 'vitest';
import { createFramer, type Match, QUEUE_CAP_BYTES } from './framer.ts';
import { toHex } from './hex.ts';

/** Frames of a start byte 1, a length byte and so many bytes of 7. */
const toy = (bytes: Uint8Array): Match => {
  const [start, length] = bytes;
  if (start !== 1) return { kind: 'no' };
  if (length === undefined || bytes.length < length + 2) return { kind: 'more', likely: true };
  const isGood = bytes.subarray(2, length + 2).every((byte) => byte === 7);
  return isGood
    ? { kind: 'frame', length: length + 2 }
    : { kind: 'bad', code: 'bad_checksum', length: length + 2, drop: 'byte' };
};

const cuts = (...slices: number[][]) => {
  const framer = createFramer(toy);
  const all = [...slices.flatMap((slice) => framer.push(Uint8Array.from(slice))), ...framer.silence()];
  return all.map((cut) => [cut.kind === 'fault' ? cut.code : cut.kind, toHex(cut.bytes)]);
};

describe('a framer', () => {
  test('cuts frames from any slices', () => {
    expect(cuts([1], [2, 7], [7, 1, 1, 7])).toEqual([
      ['frame', '01020707'],
      ['frame', '010107'],
    ]);
  });

  test('gives noise before a frame apart', () => {
    expect(cuts([9, 9, 1, 1, 7])).toEqual([
      ['noise', '0909'],
      ['frame', '010107'],
    ]);
  });

  test('a bad check is a fault, and the search goes on one byte further', () => {
    expect(cuts([1, 2, 7, 8, 1, 1, 7])).toEqual([
      ['bad_checksum', '01020708'],
      ['frame', '010107'],
    ]);
    expect(cuts([1, 2, 1, 1, 7])).toEqual([
      ['noise', '0102'],
      ['frame', '010107'],
    ]);
  });

  test('a leftover after silence is truncated', () => {
    expect(cuts([1, 5, 7, 7])).toEqual([['truncated', '01050707']]);
  });

  test('a frame hidden behind a false start is found at the latest when the line is silent', () => {
    expect(cuts([1, 99, 1, 1, 7])).toEqual([
      ['noise', '0163'],
      ['frame', '010107'],
    ]);
  });

  test('holds back no more than the cap, whatever arrives', () => {
    const framer = createFramer(() => ({ kind: 'more', likely: false }));
    const out = framer.push(new Uint8Array(3 * QUEUE_CAP_BYTES));
    expect(framer.held).toBeLessThanOrEqual(2 * QUEUE_CAP_BYTES);
    expect(out.every((cut) => cut.kind === 'noise')).toBe(true);
    const left = framer.silence();
    expect([...out, ...left].reduce((sum, cut) => sum + cut.bytes.length, 0)).toBe(3 * QUEUE_CAP_BYTES);
  });
});
