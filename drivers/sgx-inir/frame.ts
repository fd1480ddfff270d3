import type { Match } from '../framing/framer.ts';

/** Eight hex characters and an end of line of two: LF CR, or CR LF. */
const LINE_BYTES = 10;
const WORD_BYTES = 8;
const OPEN = '0000005b';
const CLOSE = '0000005d';
/** Words of a normal and of an engineering frame. */
const SIZES = [7, 9] as const;
const MOST_WORDS = 9;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A line, or as much of it as has come; null where the bytes are none. */
function lineAt(bytes: Uint8Array, index: number): string | null {
  const text = textOf(bytes.subarray(index * LINE_BYTES, (index + 1) * LINE_BYTES));
  const word = text.slice(0, WORD_BYTES);
  const end = text.slice(WORD_BYTES);
  const isEnd = '\n\r'.startsWith(end) || '\r\n'.startsWith(end);
  const isWord = index === 0 ? OPEN.startsWith(word) : /^[0-9a-f]*$/.test(word);
  return isWord && isEnd ? word : null;
}

/** The words of a cut frame. */
export const wordsOf = (frame: Uint8Array): string[] =>
  Array.from({ length: frame.length / LINE_BYTES }, (_, index) => lineAt(frame, index) ?? '');

/** The complement is NOT the CRC, in 32 or in 16 bits. How the CRC itself is reckoned is not known (p9). */
function isComplement(crc: string, complement: string): boolean {
  const sum = Number.parseInt(crc, 16);
  const other = Number.parseInt(complement, 16);
  return ~sum >>> 0 === other || (~sum & 0xffff) === other;
}

/** Lines from `[` to `]`, seven or nine of them, with CRC and complement before the last. */
export function matchInir(bytes: Uint8Array): Match {
  const words: string[] = [];
  for (let index = 0; index < MOST_WORDS; index++) {
    const whole = bytes.length >= (index + 1) * LINE_BYTES;
    const word = lineAt(bytes, index);
    if (word === null) return words.length > 1 ? badFormat(index) : { kind: 'no' };
    if (!whole) return { kind: 'more', likely: words.length > 0 };
    words.push(word);
    if (word === CLOSE && SIZES.some((size) => size === words.length)) return closed(words);
  }
  return badFormat(MOST_WORDS);
}

const badFormat = (lines: number): Match => ({
  kind: 'bad',
  code: 'bad_format',
  length: lines * LINE_BYTES,
  drop: 'byte',
});

function closed(words: readonly string[]): Match {
  const length = words.length * LINE_BYTES;
  const [crc = '', complement = ''] = words.slice(-3);
  if (isComplement(crc, complement)) return { kind: 'frame', length };
  return { kind: 'bad', code: 'bad_checksum', length, drop: 'frame' };
}
