import { createHash } from 'node:crypto';
import type { Fault } from '../../vocabulary/fault.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSource, SLICE_BYTES } from '../files/byte-source.ts';
import type { SignedFile } from './check-bag.ts';
import type { Breathe } from './sum-entries.ts';

/** A source that is read from front to back and summed on the way, so that nothing is read twice. */
export class SummedSource implements ByteSource {
  readonly size: number;
  readonly #source: ByteSource;
  readonly #hash = createHash('sha256');
  #at = 0;
  /** Why it could not be read on; null while it can. */
  failed: Fault | null = null;

  constructor(source: ByteSource) {
    this.#source = source;
    this.size = source.size;
  }

  read(offset: number, length: number, into?: Uint8Array): Result<Uint8Array> {
    if (offset !== this.#at) throw new Error('a summed source is read from front to back');
    const bytes = this.#source.read(offset, length, into);
    if (!bytes.ok) {
      this.failed = bytes.fault;
      return bytes;
    }
    this.#hash.update(bytes.value);
    this.#at += length;
    return bytes;
  }

  /** Reads on what nobody has read yet, a slice at a time; false when nothing is left. */
  readOn(): Result<boolean> {
    const rest = Math.min(SLICE_BYTES, this.size - this.#at);
    const read = rest > 0 ? this.read(this.#at, rest) : null;
    return read && !read.ok ? read : ok(this.#at < this.size);
  }

  /** The sha256 of all of it; asked once, when everything was read. */
  sum(): string {
    return this.#hash.digest('hex');
  }

  close(): void {
    this.#source.close();
  }
}

/** Reads on to the end, and says what is wrong with the file: that it could not be read, or is not the one that was summed before. */
export async function concludeFile(file: SignedFile, source: SummedSource, breathe: Breathe): Promise<Fault | null> {
  for (let more = true; more && !source.failed; ) {
    const read = source.readOn();
    more = read.ok && read.value;
    if (more) await breathe();
  }
  if (source.failed) return source.failed;
  return source.sum() === file.sha256 ? null : { code: 'bundle_changed', file: file.name };
}
