import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSource, partOf, SLICE_BYTES, slicesOf } from '../files/byte-source.ts';
import type { FileSum } from './manifest.ts';
import type { PlacedEntry } from './zip-layout.ts';
import { payloadOffset } from './zip-reader.ts';

/** Lets others have their turn between slices of long work. */
export type Breathe = () => Promise<void>;

export const nextTurn: Breathe = () => new Promise((resolve) => setImmediate(resolve));

export const entrySource = (zip: ByteSource, entry: PlacedEntry): ByteSource =>
  partOf(zip, payloadOffset(entry), entry.size);

/** The sha256 of every entry, and whether the ZIP's own checksums fit. Reads the whole file once. Fault: zip_not_canonical. */
export async function sumEntries(
  zip: ByteSource,
  entries: readonly PlacedEntry[],
  breathe: Breathe,
): Promise<Result<{ readonly sums: readonly FileSum[]; readonly wrongCrc: string | null }>> {
  const sums: FileSum[] = [];
  let wrongCrc: string | null = null;
  const memory = Buffer.allocUnsafeSlow(SLICE_BYTES);
  for (const entry of entries) {
    const hash = createHash('sha256');
    let crc = 0;
    for (const slice of slicesOf(entrySource(zip, entry), memory)) {
      if (!slice.ok) return slice;
      hash.update(slice.value);
      crc = crc32(slice.value, crc);
      await breathe();
    }
    if (crc !== entry.crc) wrongCrc ??= entry.name;
    sums.push({ name: entry.name, sha256: hash.digest('hex') });
  }
  return ok({ sums, wrongCrc });
}

export const crcFault = (name: string) => fail({ code: 'zip_not_canonical', detail: `checksum of ${name}` } as const);
