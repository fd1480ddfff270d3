import type { FileSystem } from '../files/file-system.ts';

// The journal of SQLite (fileformat2, "The Write-Ahead Log"): a header of 32 bytes, then frames of 24 bytes and a page. All numbers are big-endian; checksums are summed over words of
// the order that the lowest bit of the first number names. A frame counts when its salts are those of the header, its checksum fits, and a frame with a size of the database follows or is it.
// A journal that was only given room has no header yet: zeros.
const MAGIC = 0x377f0682; // the lowest bit is the order of bytes
const HEADER_BYTES = 32;
const FRAME_BYTES = 24;
const SUMMED_OF_HEADER = 24;
const SUMMED_OF_FRAME = 8;

type Sum = readonly [number, number];

function sumOn([s0, s1]: Sum, bytes: DataView, little: boolean): Sum {
  let [a, b] = [s0, s1];
  for (let at = 0; at + 8 <= bytes.byteLength; at += 8) {
    a = (a + bytes.getUint32(at, little) + b) >>> 0;
    b = (b + bytes.getUint32(at + 4, little) + a) >>> 0;
  }
  return [a, b];
}

/**
 * Whether something was being written to the database when the program was cut off, and was not finished: SQLite drops it at the next opening without a word. Asked before the opening.
 * What cannot be read says no: the opening will speak of it.
 */
export function endsInHalfWrite(files: FileSystem, databasePath: string): boolean {
  const path = `${databasePath}-wal`;
  if (!files.exists(path)) return false;
  const source = files.openForReading(path);
  if (!source.ok) return false;
  const bytes = source.value.read(0, source.value.size);
  source.value.close();
  return bytes.ok && hasHalfWrite(new DataView(bytes.value.buffer, bytes.value.byteOffset, bytes.value.length));
}

function hasHalfWrite(journal: DataView): boolean {
  if (journal.byteLength < HEADER_BYTES || journal.getUint32(0) >>> 1 !== MAGIC >>> 1) return false;
  const little = (journal.getUint32(0) & 1) === 0;
  const frameBytes = FRAME_BYTES + journal.getUint32(8);
  const part = (from: number, length: number) => new DataView(journal.buffer, journal.byteOffset + from, length);
  const isOfThisRound = (at: number) =>
    at + FRAME_BYTES <= journal.byteLength &&
    journal.getUint32(at + 8) === journal.getUint32(16) &&
    journal.getUint32(at + 12) === journal.getUint32(20);
  let sum = sumOn([0, 0], part(0, SUMMED_OF_HEADER), little);
  let end = HEADER_BYTES; // of what was finished
  for (let at = HEADER_BYTES; isOfThisRound(at) && at + frameBytes <= journal.byteLength; at += frameBytes) {
    sum = sumOn(sum, part(at, SUMMED_OF_FRAME), little);
    sum = sumOn(sum, part(at + FRAME_BYTES, frameBytes - FRAME_BYTES), little);
    if (sum[0] !== journal.getUint32(at + 16) || sum[1] !== journal.getUint32(at + 20)) break;
    if (journal.getUint32(at + 4) !== 0) end = at + frameBytes;
  }
  return isOfThisRound(end);
}
