import { zstdDecompressSync } from 'node:zlib';
import { type Capture, readCapture } from '../../drivers/capture/read-capture.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';

/** More than any block of ours unpacks to. */
const MAX_UNPACKED = 256 * 1024 * 1024;
const ZSTD_MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

export const isZstd = (bytes: Uint8Array): boolean => ZSTD_MAGIC.every((byte, index) => bytes[index] === byte);

/** The lines of a raw block as it lies in a blob. Fault: block_unreadable. */
export function unpackLines(bytes: Uint8Array): Result<readonly unknown[]> {
  try {
    const text = zstdDecompressSync(bytes, { maxOutputLength: MAX_UNPACKED }).toString('utf8');
    return ok(
      text
        .split('\n')
        .filter((line) => line !== '')
        .map((line): unknown => JSON.parse(line)),
    );
  } catch (error) {
    return fail({ code: 'block_unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** A raw block as it lies in a blob. Faults: block_unreadable, bad_capture. */
export function readRawBlock(bytes: Uint8Array): Result<Capture> {
  const lines = unpackLines(bytes);
  return lines.ok ? readCapture(lines.value) : lines;
}
