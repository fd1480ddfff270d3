import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { FaultCode } from '../../vocabulary/fault.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { type ByteSink, type ByteSource, memorySource } from '../files/byte-source.ts';
import { MemorySink } from './bundle-fixture.ts';
import { endRecords, localHeader, type ZipEntry } from './zip-layout.ts';
import { readZip } from './zip-reader.ts';
import { ZipWriter } from './zip-writer.ts';

function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const sink = new MemorySink();
  const zip = new ZipWriter(sink);
  for (const [name, text] of Object.entries(files)) orThrow(zip.add(name, Buffer.from(text)));
  orThrow(zip.finish());
  return sink.bytes();
}

const codeOf = (bytes: Uint8Array): FaultCode | null => {
  const result = readZip(memorySource(bytes));
  return result.ok ? null : result.fault.code;
};
const good = zipOf({ 'a.txt': 'alpha', 'data/b.txt': 'beta' });

/** The same bytes with every occurrence of one text replaced by another of equal length. */
const replaced = (from: string, to: string): Buffer => {
  expect(to).toHaveLength(from.length);
  return Buffer.from(good.toString('latin1').replaceAll(from, to), 'latin1');
};

/** Changes numbers in local and central header of the first entry alike. */
function patched(local: number, central: number, value: number, width: 1 | 2 | 4 = 2): Buffer {
  const bytes = Buffer.from(good);
  const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  if (local >= 0) bytes.writeUIntLE(value, local, width);
  bytes.writeUIntLE(value, directory + central, width);
  return bytes;
}

describe('a canonical ZIP', () => {
  test('lists its entries at their places', () => {
    expect(orThrow(readZip(memorySource(good))).map(({ name, size }) => [name, size])).toEqual([
      ['a.txt', 5],
      ['data/b.txt', 4],
    ]);
    expect(codeOf(zipOf({}))).toBeNull();
  });

  test('is written in byte order or not at all', () => {
    expect(() => zipOf({ b: '', a: '' })).toThrow('not after');
    expect(() => zipOf({ a: '', ...{ 'A/..': '' } })).toThrow('not after');
  });
});

describe('a ZIP that is not canonical is refused:', () => {
  const cases: readonly (readonly [string, FaultCode, Buffer])[] = [
    ['a comment', 'zip_not_canonical', Buffer.concat([good.subarray(0, -2), Buffer.from([2, 0, 0x68, 0x69])])],
    ['bytes after the end', 'zip_not_canonical', Buffer.concat([good, Buffer.from('x')])],
    ['bytes before the start', 'zip_not_canonical', Buffer.concat([Buffer.from('#!/bin/sh\n'), good])],
    ['a data descriptor', 'zip_not_canonical', patched(6, 8, 8)],
    ['an UTF-8 flag', 'zip_not_canonical', patched(6, 8, 0x800)],
    ['a time', 'zip_not_canonical', patched(10, 12, 1)],
    ['a date', 'zip_not_canonical', patched(12, 14, 0x5000)],
    ['another version', 'zip_not_canonical', patched(4, 6, 10)],
    ['made by Unix', 'zip_not_canonical', patched(-1, 4, 0x314)],
    ['attributes', 'zip_not_canonical', patched(-1, 38, 0x81a40000, 4)],
    ['a wrong size', 'zip_not_canonical', patched(18, 20, 4, 4)],
    ['a hidden offset', 'zip_not_canonical', patched(-1, 42, 1, 4)],
    ['a checksum in the directory alone', 'zip_not_canonical', patched(-1, 16, 1, 4)],
    ['compression', 'unsafe_content', patched(8, 10, 8)],
    ['encryption flags', 'zip_not_canonical', patched(6, 8, 1)],
    ['traversal', 'unsafe_content', replaced('a.txt', '../ab')],
    ['a path from the root', 'unsafe_content', replaced('a.txt', '/atxt')],
    ['a backslash', 'unsafe_content', replaced('a.txt', 'a\\txt')],
    ['a drive', 'unsafe_content', replaced('a.txt', 'C:txt')],
    ['a name not ASCII', 'unsafe_content', replaced('a.txt', 'é.txt')],
    ['a control character', 'unsafe_content', replaced('a.txt', 'a\ntxt')],
    ['a folder', 'unsafe_content', replaced('a.txt', 'atxt/')],
    [
      'a name twice',
      'unsafe_content',
      Buffer.from(zipOf({ aa: 'x', ab: 'x' }).toString('latin1').replaceAll('ab', 'aa'), 'latin1'),
    ],
    ['entries in another order', 'zip_not_canonical', replaced('a.txt', 'z.txt')],
    [
      'no ZIP at all',
      'bundle_unreadable',
      Buffer.from('this is a letter, not a bundle, and longer than an end record'),
    ],
    ['nothing', 'bundle_truncated', Buffer.alloc(0)],
  ];
  for (const [name, code, bytes] of cases) test(name, () => expect(codeOf(bytes)).toBe(code));

  test('a deflated entry, as any other program would write it', () => {
    const data = Buffer.alloc(5000, 'bomb');
    const packed = deflateRawSync(data);
    const entry = { name: 'a', size: packed.length, crc: 0, offset: 0 };
    const sink = new MemorySink();
    const zip = new ZipWriter(sink);
    orThrow(zip.add('a', packed));
    orThrow(zip.finish());
    const bytes = sink.bytes();
    bytes.writeUInt16LE(8, 8);
    bytes.writeUInt16LE(8, localHeader(entry).length + packed.length + 10);
    expect(codeOf(bytes)).toBe('unsafe_content');
  });

  test('ZIP64 where nothing asks for it', () => {
    const directory = good.indexOf('PK\x01\x02', 0, 'latin1');
    const size = good.length - 22 - directory;
    const record = Buffer.alloc(56);
    record.write('PK\x06\x06', 'latin1');
    record.writeBigUInt64LE(44n, 4);
    record.writeUInt16LE(45, 12);
    record.writeUInt16LE(45, 14);
    record.writeBigUInt64LE(2n, 24);
    record.writeBigUInt64LE(2n, 32);
    record.writeBigUInt64LE(BigInt(size), 40);
    record.writeBigUInt64LE(BigInt(directory), 48);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07', 'latin1');
    locator.writeBigUInt64LE(BigInt(directory + size), 8);
    locator.writeUInt32LE(1, 16);
    const bytes = Buffer.concat([good.subarray(0, -22), record, locator, good.subarray(-22)]);
    expect(codeOf(bytes)).toBe('zip_not_canonical');
    record.writeBigUInt64LE(2n ** 64n - 1n, 48);
    expect(codeOf(Buffer.concat([good.subarray(0, -22), record, locator, good.subarray(-22)]))).toBe(
      'zip_not_canonical',
    );
  });
});

/** A file of any size that keeps only what is not zero. */
class SparseFile implements ByteSink {
  readonly #parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  size = 0;

  write(bytes: Uint8Array) {
    if (bytes.length > 0 && bytes !== zeros) this.#parts.push({ at: this.size, bytes });
    this.size += bytes.length;
    return ok(null);
  }

  source(): ByteSource {
    const read = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length);
      for (const part of this.#parts) {
        const from = Math.max(offset, part.at);
        const to = Math.min(offset + length, part.at + part.bytes.length);
        if (from < to) bytes.set(part.bytes.subarray(from - part.at, to - part.at), from - offset);
      }
      return ok(bytes);
    };
    return { size: this.size, read, close: () => undefined };
  }
}

const zeros = Buffer.alloc(0);
/** Pretends to have written so many zeros: checksums are taken as said, since they are not read here. */
function bigZip(entries: readonly ZipEntry[]): SparseFile {
  const file = new SparseFile();
  const sink: ByteSink = { write: (bytes) => file.write(bytes), patch: () => ok(null) };
  const zip = new ZipWriter(sink);
  for (const { name, size } of entries) {
    const entry = orThrow(zip.begin(name, size));
    const piece = Object.defineProperty(new Uint8Array(0), 'length', { value: size });
    file.size += size;
    sink.write = (bytes) => (bytes === piece ? ok(null) : file.write(bytes));
    orThrow(entry.write(piece));
    orThrow(entry.close());
  }
  orThrow(zip.finish());
  return file;
}

describe('ZIP64 stands exactly where it is needed:', () => {
  const MAX = 2 ** 32 - 1;
  const sizes: readonly (readonly [string, readonly number[]])[] = [
    ['a size just below', [MAX - 1]],
    ['a size at the bound', [MAX, 1]],
    ['a size above', [2 ** 33, 5, 5]],
    ['an offset at the bound', [MAX - 31, 7]],
    ['an offset just below', [MAX - 32, 7]],
    ['a directory at the bound', [MAX - 31]],
    ['both', [2 ** 32, 2 ** 32, 0]],
  ];
  for (const [name, list] of sizes) {
    test(name, () => {
      const entries = list.map((size, at) => ({ name: `${at}`, size, crc: 0 }));
      const file = bigZip(entries);
      expect(orThrow(readZip(file.source())).map(({ size }) => size)).toEqual(list);
      const has64 = (signature: string) => {
        const tail = orThrow(file.source().read(file.size - 98, 98));
        return Buffer.from(tail).includes(signature, 0, 'latin1');
      };
      const directory = list.reduce((sum, size) => sum + 31 + size + (size >= MAX ? 20 : 0), 0);
      expect(has64('PK\x06\x06')).toBe(directory >= MAX);
    });
  }

  test('65,535 entries', () => {
    expect(endRecords(65_534, 0, 0)).toHaveLength(22);
    expect(endRecords(65_535, 0, 0).subarray(0, 4).toString('latin1')).toBe('PK\x06\x06');
  });

  test.skipIf(scaled(1) < 5)('65,535 entries, written and read (only at a greater test scale)', () => {
    const sink = new MemorySink();
    const zip = new ZipWriter({ write: (bytes) => sink.write(bytes) });
    for (let n = 0; n < 65_535; n += 1) orThrow(zip.add(String(n).padStart(5, '0'), zeros));
    orThrow(zip.finish());
    expect(orThrow(readZip(memorySource(sink.bytes())))).toHaveLength(65_535);
  });
});
