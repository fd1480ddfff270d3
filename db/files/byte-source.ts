import { ok, type Result } from '../../vocabulary/result.ts';

/** Bytes that can be read anywhere: a plain file, an encrypted one, memory in tests. */
export interface ByteSource {
  readonly size: number;
  /**
   * Exactly the asked bytes. Asking beyond `size` is a bug of the caller. `into` is memory that the answer may stand in, so that a long file needs no new
   * memory for each slice; the bytes are then good until it is given again.
   */
  read(offset: number, length: number, into?: Uint8Array): Result<Uint8Array>;
  close(): void;
}

/** Bytes that are written one after the other. */
export interface ByteSink {
  /** The bytes are the giver's again when it returns. */
  write(bytes: Uint8Array): Result<null>;
  /** Corrects what was written, where that is possible. */
  readonly patch?: (offset: number, bytes: Uint8Array) => Result<null>;
  /** Waits until little of what was written is still in memory; whoever writes much asks for it now and then. A sink without it keeps nothing. */
  readonly room?: () => Promise<void>;
}

/** How much is held in memory of a large thing. */
export const SLICE_BYTES = 256 * 1024;

/**
 * Gives memory back at once that nobody will look at any more: while much of it waits for the collector, that goes through the whole heap again and again. Only for
 * bytes that have their memory to themselves, as those of `Buffer.allocUnsafeSlow`.
 */
export function freeNow(bytes: Uint8Array): void {
  if (bytes.buffer instanceof ArrayBuffer) bytes.buffer.transfer(0);
}

export const memorySource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => ok(bytes.subarray(offset, offset + length)),
  close: () => undefined,
});

/** A window of a source. Closing it leaves the source open. */
export const partOf = (source: ByteSource, from: number, size: number): ByteSource => ({
  size,
  read: (offset, length, into) => source.read(from + offset, length, into),
  close: () => undefined,
});

/** The bytes of a source, slice by slice, each in new memory or, where `into` is given, good until the next one. After a fault nothing more comes. */
export function* slicesOf(source: ByteSource, into?: Uint8Array): Generator<Result<Uint8Array>> {
  for (let at = 0; at < source.size; at += SLICE_BYTES) {
    const slice = source.read(at, Math.min(SLICE_BYTES, source.size - at), into);
    yield slice;
    if (!slice.ok) return;
  }
}
