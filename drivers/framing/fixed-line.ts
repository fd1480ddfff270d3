import type { Match, Matcher } from './framer.ts';

/** What may stand in one column: a set of byte values. */
export type Column = ReadonlySet<number>;

const setOf = (text: string): Column => new Set(Buffer.from(text, 'latin1'));

export const SIGN = setOf('+-');
export const DIGIT = setOf('0123456789');
export const HEX_DIGIT = setOf('0123456789ABCDEFabcdef');
export const exactly = (text: string): readonly Column[] => [...text].map(setOf);
export const times = (column: Column, count: number): readonly Column[] => Array(count).fill(column);

/** So many good columns make a broken line a fault rather than noise. */
const LINE_LIKE_COLUMNS = 4;

/**
 * Matches lines whose every column is fixed. A wrong column drops one byte; the right form with a wrong check
 * drops the marked line (p2, "State machine").
 */
export function fixedLineMatcher(columns: readonly Column[], isCheckGood: (line: Uint8Array) => boolean): Matcher {
  return (bytes): Match => {
    const seen = Math.min(bytes.length, columns.length);
    let good = 0;
    while (good < seen && columns[good]?.has(bytes[good] ?? -1)) good += 1;
    if (good < seen) {
      if (good < LINE_LIKE_COLUMNS) return { kind: 'no' };
      return { kind: 'bad', code: 'bad_format', length: columns.length, drop: 'byte' };
    }
    if (seen < columns.length) return { kind: 'more', likely: true };
    const line = bytes.subarray(0, columns.length);
    if (isCheckGood(line)) return { kind: 'frame', length: line.length };
    return { kind: 'bad', code: 'bad_checksum', length: line.length, drop: 'frame' };
  };
}
