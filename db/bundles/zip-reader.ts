import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from '../files/byte-source.ts';
import {
  centralHeader,
  END_BYTES,
  END64_BYTES,
  endRecords,
  LOCATOR_BYTES,
  localHeader,
  localHeaderBytes,
  type PlacedEntry,
  readCentral,
  readEnd,
  readEnd64,
  type ZipEnd,
} from './zip-layout.ts';

/** A directory of this size lists half a million files; more is an attack on memory. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const MAX_NAME_BYTES = 200;
const LOOK_BACK_BYTES = 66_000;
/** Plain names and folders: no backslash, colon, space, control character or `..` can be written with these. */
const SAFE_NAME = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*)*$/;

const notCanonical = (detail: string) => fail({ code: 'zip_not_canonical', detail } as const);
const unsafe = (detail: string) => fail({ code: 'unsafe_content', detail } as const);

/**
 * The entries of a ZIP of which every byte outside the payload is as the canonical writer would put it. Checksums are not compared with the payload yet.
 * Faults: bundle_unreadable (no ZIP), bundle_truncated, zip_not_canonical, unsafe_content, and those of the disk.
 */
export function readZip(source: ByteSource): Result<readonly PlacedEntry[]> {
  const end = findEnd(source);
  if (!end.ok) return end;
  const { size, offset, count } = end.value;
  if (size > MAX_DIRECTORY_BYTES) return unsafe('directory too large');
  const tail = source.read(offset, source.size - offset);
  if (!tail.ok) return tail;
  const directory = Buffer.from(tail.value.subarray(0, size));
  const entries = readDirectory(directory, count);
  if (!entries.ok) return entries;
  const wanted = Buffer.concat([...entries.value.map(centralHeader), endRecords(count, size, offset)]);
  if (!wanted.equals(tail.value)) return notCanonical('directory');
  const placed = checkPlaces(source, entries.value, offset);
  return placed.ok ? entries : placed;
}

/** The end record must be the last bytes of the file. Without one anywhere near, the file was cut off. */
function findEnd(source: ByteSource): Result<ZipEnd> {
  const back = Math.min(source.size, LOOK_BACK_BYTES);
  const tail = source.read(source.size - back, back);
  if (!tail.ok) return tail;
  const end = readEnd(tail.value.subarray(Math.max(0, back - END_BYTES)));
  if (!end) return noEnd(source, tail.value);
  const beforeEnd = source.size - END_BYTES;
  const at64 = beforeEnd - LOCATOR_BYTES - END64_BYTES;
  const bytes64 = at64 >= 0 ? source.read(at64, END64_BYTES) : null;
  if (bytes64 && !bytes64.ok) return bytes64;
  const end64 = bytes64 ? readEnd64(bytes64.value) : null;
  const found = end64 ?? end;
  const until = end64 ? at64 : beforeEnd;
  if (found.offset > until || found.size > until) return truncatedFront(source);
  return found.offset + found.size === until ? ok(found) : notCanonical('end record');
}

const startsAsZip = (source: ByteSource): boolean => {
  const head = source.size >= 4 ? source.read(0, 4) : null;
  return head?.ok === true && Buffer.from(head.value).readUInt32LE(0) === 0x04034b50;
};

function noEnd(source: ByteSource, tail: Uint8Array): Result<never> {
  if (!startsAsZip(source)) return fail({ code: source.size < 4 ? 'bundle_truncated' : 'bundle_unreadable' });
  const at = Buffer.from(tail).lastIndexOf('PK\x05\x06', -1, 'latin1');
  return at < 0 || tail.length - at < END_BYTES
    ? fail({ code: 'bundle_truncated' })
    : notCanonical('comment or bytes after the end');
}

const truncatedFront = (source: ByteSource): Result<never> =>
  startsAsZip(source) ? notCanonical('end record') : fail({ code: 'bundle_unreadable' });

function readDirectory(directory: Buffer, count: number): Result<readonly PlacedEntry[]> {
  const entries: PlacedEntry[] = [];
  for (let at = 0; at < directory.length; ) {
    const header = readCentral(directory, at);
    if (!header) return notCanonical('directory');
    const last = entries.at(-1)?.name;
    const { entry, method, nameBytes, length } = header;
    if (nameBytes.some((byte) => byte > 0x7e)) return unsafe('name not ASCII');
    if (nameBytes.length > MAX_NAME_BYTES || !SAFE_NAME.test(entry.name)) return unsafe('name');
    if (method !== 0) return unsafe(`compressed: ${entry.name}`);
    if (entry.name === last) return unsafe(`twice: ${entry.name}`);
    if (last !== undefined && entry.name < last) return notCanonical(`order: ${entry.name}`);
    entries.push(entry);
    at += length;
  }
  return entries.length === count ? ok(entries) : notCanonical('count');
}

/** Local headers equal the directory and stand one after the other from the first byte to the directory, without a gap. */
function checkPlaces(source: ByteSource, entries: readonly PlacedEntry[], end: number): Result<null> {
  let at = 0;
  for (const entry of entries) {
    const length = localHeaderBytes(entry);
    if (entry.offset !== at || length + entry.size > end - at) return notCanonical(`place of ${entry.name}`);
    const header = source.read(at, length);
    if (!header.ok) return header;
    if (!localHeader(entry).equals(header.value)) return notCanonical(`header of ${entry.name}`);
    at += length + entry.size;
  }
  return at === end ? ok(null) : notCanonical('gap');
}

/** Where the payload of an entry begins. */
export const payloadOffset = (entry: PlacedEntry): number => entry.offset + localHeaderBytes(entry);
