import { crc32 } from 'node:zlib';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSink } from '../files/byte-source.ts';
import { CRC_AT, centralHeader, endRecords, localHeader, type PlacedEntry } from './zip-layout.ts';

/** An entry that is being written: exactly `size` bytes must come before `close`. */
export interface EntryWriter {
  write(bytes: Uint8Array): Result<null>;
  close(): Result<null>;
}

/**
 * Writes a canonical ZIP straight to its file, in bounded memory. Names must come in byte order and sizes be known; a checksum that is not
 * known before is patched into the local header when the entry is complete. Faults are those of the sink.
 */
export class ZipWriter {
  readonly #sink: ByteSink;
  readonly #entries: PlacedEntry[] = [];
  #at = 0;

  constructor(sink: ByteSink) {
    this.#sink = sink;
  }

  /**
   * Begins an entry of a known size. Its checksum must be known too where the sink cannot be patched. It is compared with what is written, but for bytes
   * that are still the very ones it was made of.
   */
  begin(name: string, size: number, knownCrc?: number, areSummed = false): Result<EntryWriter> {
    const { patch } = this.#sink;
    if (knownCrc === undefined && !patch) throw new Error('neither a checksum nor a sink to patch');
    const last = this.#entries.at(-1)?.name;
    if (last !== undefined && name <= last) throw new Error(`${name} is not after ${last}`);
    const offset = this.#at;
    const header = this.#put(localHeader({ name, size, crc: knownCrc ?? 0, offset }));
    if (!header.ok) return header;
    let [crc, written] = [areSummed && knownCrc !== undefined ? knownCrc : 0, 0];
    const write = (bytes: Uint8Array): Result<null> => {
      if (!areSummed) crc = crc32(bytes, crc);
      written += bytes.length;
      return this.#put(bytes);
    };
    const close = (): Result<null> => {
      if (written !== size) throw new Error(`${name} was announced with ${size} bytes and has ${written}`);
      if (knownCrc !== undefined && crc !== knownCrc) throw new Error(`${name} is not what was announced`);
      this.#entries.push({ name, size, crc, offset });
      return knownCrc === undefined && patch ? patch(offset + CRC_AT, u32(crc)) : ok(null);
    };
    return ok({ write, close });
  }

  /** A small entry at once. */
  add(name: string, bytes: Uint8Array): Result<null> {
    const entry = this.begin(name, bytes.length, crc32(bytes), true);
    if (!entry.ok) return entry;
    const written = entry.value.write(bytes);
    return written.ok ? entry.value.close() : written;
  }

  /** The directory. Nothing may follow. */
  finish(): Result<null> {
    const start = this.#at;
    for (const entry of this.#entries) {
      const written = this.#put(centralHeader(entry));
      if (!written.ok) return written;
    }
    return this.#put(endRecords(this.#entries.length, this.#at - start, start));
  }

  #put(bytes: Uint8Array): Result<null> {
    this.#at += bytes.length;
    return this.#sink.write(bytes);
  }
}

const u32 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
