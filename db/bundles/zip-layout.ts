/** A stored entry of a canonical ZIP. */
export interface ZipEntry {
  /** ASCII, with `/` between folders. */
  readonly name: string;
  readonly size: number;
  readonly crc: number;
}

/** An entry at its place: `offset` is where its local header begins. */
export interface PlacedEntry extends ZipEntry {
  readonly offset: number;
}

// The layout of a canonical ZIP (APPNOTE 6.3.10): every byte that is not payload follows from names, sizes, checksums and order alone. Versions 20
// or 45, flags 0, method 0, time 0, date 0x0021 (1 January 1980, the first there is), attributes 0, no comments. ZIP64 fields stand exactly where a
// size or offset reaches 2^32 − 1, ZIP64 end records exactly where a number of the end record does.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const DATE = 0x0021;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;
const ZIP64_EXTRA = 0x0001;

export const END_BYTES = 22;
export const LOCATOR_BYTES = 20;
export const END64_BYTES = 56;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
/** Where the checksum stands in a local header. */
export const CRC_AT = 14;

const versionOf = ({ size, offset }: PlacedEntry): number => (size >= FULL32 || offset >= FULL32 ? 45 : 20);

/** The ZIP64 field with those numbers that do not fit their place. */
function zip64Extra(values: readonly number[]): Buffer {
  const large = values.filter((value) => value >= FULL32);
  if (large.length === 0) return Buffer.alloc(0);
  const extra = Buffer.alloc(4 + 8 * large.length);
  extra.writeUInt16LE(ZIP64_EXTRA, 0);
  extra.writeUInt16LE(8 * large.length, 2);
  for (const [at, value] of large.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + 8 * at);
  return extra;
}

const fit32 = (value: number): number => Math.min(value, FULL32);

/** What local and central header have in common, from the needed version on: 26 bytes. */
function shared(entry: PlacedEntry, extraLength: number): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(versionOf(entry), 0);
  bytes.writeUInt16LE(DATE, 8);
  bytes.writeUInt32LE(entry.crc, 10);
  bytes.writeUInt32LE(fit32(entry.size), 14);
  bytes.writeUInt32LE(fit32(entry.size), 18);
  bytes.writeUInt16LE(entry.name.length, 22);
  bytes.writeUInt16LE(extraLength, 24);
  return bytes;
}

const uint = (length: 2 | 4 | 8, value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes.subarray(0, length);
};

export function localHeader(entry: PlacedEntry): Buffer {
  const extra = zip64Extra([entry.size, entry.size]);
  return Buffer.concat([uint(4, LOCAL), shared(entry, extra.length), Buffer.from(entry.name, 'latin1'), extra]);
}

export const localHeaderBytes = (entry: ZipEntry): number =>
  LOCAL_BYTES + entry.name.length + (entry.size >= FULL32 ? 20 : 0);

export function centralHeader(entry: PlacedEntry): Buffer {
  const extra = zip64Extra([entry.size, entry.size, entry.offset]);
  const tail = Buffer.concat([Buffer.alloc(10), uint(4, fit32(entry.offset))]);
  const start = [uint(4, CENTRAL), uint(2, versionOf(entry)), shared(entry, extra.length)];
  return Buffer.concat([...start, tail, Buffer.from(entry.name, 'latin1'), extra]);
}

/** The end record, with its ZIP64 records before it where a number asks for them. */
export function endRecords(count: number, size: number, offset: number): Buffer {
  const needs64 = count >= FULL16 || size >= FULL32 || offset >= FULL32;
  const counts = uint(2, Math.min(count, FULL16));
  const end = Buffer.concat([
    ...[uint(4, END), uint(4, 0), counts, counts, uint(4, fit32(size)), uint(4, fit32(offset)), uint(2, 0)],
  ]);
  return needs64 ? Buffer.concat([zip64End(count, size, offset), end]) : end;
}

function zip64End(count: number, size: number, offset: number): Buffer {
  const record = [uint(4, END64), uint(8, END64_BYTES - 12), uint(2, 45), uint(2, 45), uint(4, 0), uint(4, 0)];
  const numbers = [uint(8, count), uint(8, count), uint(8, size), uint(8, offset)];
  const locator = [uint(4, LOCATOR64), uint(4, 0), uint(8, offset + size), uint(4, 1)];
  return Buffer.concat([...record, ...numbers, ...locator]);
}

/** The end record as numbers, or null where no ZIP ends here. */
export interface ZipEnd {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  readonly comment: number;
}

export function readEnd(bytes: Uint8Array): ZipEnd | null {
  const end = Buffer.from(bytes);
  if (end.length < END_BYTES || end.readUInt32LE(0) !== END) return null;
  const [count, size, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  return { count, size, offset, comment: end.readUInt16LE(20) };
}

export function readEnd64(bytes: Uint8Array): ZipEnd | null {
  const end = Buffer.from(bytes);
  if (end.length < END64_BYTES || end.readUInt32LE(0) !== END64) return null;
  const [count, size, offset] = [24, 40, 48].map((at) => Number(end.readBigUInt64LE(at)));
  return count === undefined || size === undefined || offset === undefined ? null : { count, size, offset, comment: 0 };
}

/** A central header as it stands, before anyone compares it with the canonical one. */
export interface ReadHeader {
  readonly entry: PlacedEntry;
  readonly method: number;
  readonly nameBytes: Uint8Array;
  readonly length: number;
}

export function readCentral(directory: Buffer, at: number): ReadHeader | null {
  if (directory.length - at < CENTRAL_BYTES || directory.readUInt32LE(at) !== CENTRAL) return null;
  const [nameLength, extraLength] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30)];
  const length = CENTRAL_BYTES + nameLength + extraLength + directory.readUInt16LE(at + 32);
  if (directory.length - at < length) return null;
  const nameBytes = directory.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
  const extra = directory.subarray(at + CENTRAL_BYTES + nameLength, at + CENTRAL_BYTES + nameLength + extraLength);
  const [size, , offset] = fillFromExtra(extra, [
    directory.readUInt32LE(at + 24),
    directory.readUInt32LE(at + 20),
    directory.readUInt32LE(at + 42),
  ]);
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(offset)) return null;
  const crc = directory.readUInt32LE(at + 16);
  const entry = { name: nameBytes.toString('latin1'), size: size ?? 0, crc, offset: offset ?? 0 };
  return { entry, method: directory.readUInt16LE(at + 10), nameBytes, length };
}

/** Numbers that are full in their place stand in the ZIP64 field, in this order. */
function fillFromExtra(extra: Buffer, values: readonly number[]): number[] {
  let at = 4;
  return values.map((value) => {
    if (value !== FULL32 || extra.length < at + 8) return value;
    at += 8;
    return Number(extra.readBigUInt64LE(at - 8));
  });
}
