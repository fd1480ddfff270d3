import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { type ByteSource, memorySource, SLICE_BYTES } from '../files/byte-source.ts';
import { LineReader } from './line-reader.ts';

const MOST = 40;

function linesOf(source: ByteSource): { readonly lines: string[]; readonly reader: LineReader } {
  const reader = new LineReader(source, 'data/x', MOST);
  const lines: string[] = [];
  while (reader.next()) lines.push(reader.utf8 ?? `not UTF-8: ${reader.latin1}`);
  expect(reader.next()).toBe(false); // what is done stays done
  return { lines, reader };
}

/** A source that reads into the memory it is given, as files do. */
const intoMemory = (bytes: Buffer): ByteSource => ({
  ...memorySource(bytes),
  read: (offset, length, into) => {
    const to = into ?? Buffer.alloc(length);
    bytes.copy(to, 0, offset, offset + length);
    return ok(to.subarray(0, length));
  },
});

describe('the lines of a file', () => {
  test('come one by one, whatever stands where a slice ends and however the source gives it', () => {
    const line = fc.string({ unit: 'binary', maxLength: MOST / 4 }).map((text) => text.replaceAll('\n', ''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 0, max: 60 }), (lines, before) => {
        const wellFormed = lines.map((one) => one.toWellFormed());
        const filler = 'x'.repeat(9);
        const fillers = Array<string>(Math.floor((SLICE_BYTES - before) / 10)).fill(filler);
        const all = [...fillers, ...wellFormed];
        const bytes = Buffer.from(all.map((one) => `${one}\n`).join(''));
        for (const source of [memorySource(bytes), intoMemory(bytes)]) {
          const read = linesOf(source);
          expect(read.reader.fault).toBeNull();
          expect(read.lines).toEqual(all);
        }
      }),
      { numRuns: scaled(20) },
    );
  });

  test('an empty file has none, and bytes that are not UTF-8 are told', () => {
    expect(linesOf(memorySource(Buffer.alloc(0))).lines).toEqual([]);
    expect(linesOf(memorySource(Buffer.from([0x61, 0xff, 0x0a]))).lines).toEqual(['not UTF-8: aÿ']);
  });

  test('end with what is wrong: a line too long, none at the end, a source that fails', () => {
    const tooLong = `a\n${'b'.repeat(MOST + 1)}`;
    const long = { code: 'bundle_malformed', detail: 'line too long', file: 'data/x' };
    for (const text of [`${tooLong}\nc\n`, tooLong, `a\n${'b'.repeat(SLICE_BYTES * 2)}\n`]) {
      const { lines, reader } = linesOf(memorySource(Buffer.from(text)));
      expect(lines).toEqual(['a']);
      expect(reader.fault?.code).toBe('bundle_malformed');
    }
    expect(linesOf(memorySource(Buffer.from(`${tooLong}\nc\n`))).reader.fault).toEqual(long);
    const cut = linesOf(memorySource(Buffer.from('a\nb')));
    expect([cut.lines, cut.reader.fault]).toEqual([['a'], { ...long, detail: 'no line end' }]);
    const broken = linesOf({ size: 10, read: () => fail({ code: 'io_failed' }), close: () => undefined });
    expect([broken.lines, broken.reader.fault]).toEqual([[], { code: 'io_failed' }]);
  });
});
