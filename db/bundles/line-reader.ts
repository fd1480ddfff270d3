import { isUtf8 } from 'node:buffer';
import type { Fault } from '../../vocabulary/fault.ts';
import { type ByteSource, SLICE_BYTES } from '../files/byte-source.ts';

const LF = 0x0a;

/**
 * The lines of a file, one after the other in the same memory: what is read of a line is asked for before the next one. Not a generator of results, because
 * it is asked four times for every event of every bundle.
 */
export class LineReader {
  readonly #source: ByteSource;
  readonly #file: string;
  readonly #maxBytes: number;
  /** Room for a slice behind the beginning of a line. */
  readonly #memory: Buffer;
  /** What of it was read. */
  #window: Buffer;
  #readTo = 0;
  #start = 0;
  #end = -1;
  #isDone = false;
  /** Why no further line came, where that is not simply the end. Faults: bundle_malformed (too long, or no LF at the end), and the source's. */
  fault: Fault | null = null;

  constructor(source: ByteSource, file: string, maxBytes: number) {
    this.#source = source;
    this.#file = file;
    this.#maxBytes = maxBytes;
    this.#memory = Buffer.allocUnsafeSlow(SLICE_BYTES + maxBytes);
    this.#window = this.#memory.subarray(0, 0);
  }

  /** Goes to the next line; false where there is none. */
  next(): boolean {
    if (this.#isDone) return false;
    this.#start = this.#end + 1;
    this.#end = this.#window.indexOf(LF, this.#start);
    while (this.#end < 0) {
      if (!this.#readOn()) return false;
      this.#end = this.#window.indexOf(LF);
    }
    return this.length <= this.#maxBytes || this.#stop({ code: 'bundle_malformed', detail: 'line too long' });
  }

  /** Without its LF. */
  get length(): number {
    return this.#end - this.#start;
  }

  get bytes(): Uint8Array {
    return this.#window.subarray(this.#start, this.#end);
  }

  /** Bytes beyond ASCII read as something else. */
  get latin1(): string {
    return this.#window.toString('latin1', this.#start, this.#end);
  }

  /** Null where it is not UTF-8. A byte order mark stays: it is a byte that is not canonical. */
  get utf8(): string | null {
    return isUtf8(this.bytes) ? this.trustedUtf8 : null;
  }

  /** Of a line that was seen to be UTF-8 before. */
  get trustedUtf8(): string {
    return this.#window.toString('utf8', this.#start, this.#end);
  }

  /** Reads a slice behind what is left of the one before; false where nothing more comes. */
  #readOn(): boolean {
    const kept = this.#window.length - this.#start;
    if (kept > this.#maxBytes) return this.#stop({ code: 'bundle_malformed', detail: 'line too long' });
    const more = Math.min(SLICE_BYTES, this.#source.size - this.#readTo);
    if (more === 0) return this.#stop(kept > 0 ? { code: 'bundle_malformed', detail: 'no line end' } : null);
    this.#memory.copyWithin(0, this.#start, this.#window.length);
    const room = this.#memory.subarray(kept, kept + more);
    const slice = this.#source.read(this.#readTo, more, room);
    if (!slice.ok) return this.#stop(slice.fault);
    if (slice.value.buffer !== room.buffer) room.set(slice.value);
    this.#readTo += more;
    this.#start = 0;
    this.#window = this.#memory.subarray(0, kept + more);
    return true;
  }

  #stop(fault: Fault | null): false {
    this.#isDone = true;
    this.fault = fault?.code === 'bundle_malformed' ? { ...fault, file: this.#file } : fault;
    return false;
  }
}
