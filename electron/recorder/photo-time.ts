import { type CameraTime, cameraTime } from '../../vocabulary/camera-time.ts';

const APP1 = 0xe1;
const START_OF_SCAN = 0xda;
const TAGS = { exif: 0x8769, original: 0x9003 } as const;
const ASCII = 2;
/** `2026:11-23 10:12:05` and its closing zero. */
const TEXT_LENGTH = 20;
const ENTRY = 12;

/** When the camera says a JPEG was taken (EXIF DateTimeOriginal, by the camera's own clock), or null: no JPEG, no EXIF, no such time. */
export function photoTime(bytes: Uint8Array): CameraTime | null {
  const tiff = exifOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (tiff === null || tiff.byteLength < 8) return null;
  const order = tiff.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const little = order === 0x4949;
  const inner = entryOf(tiff, tiff.getUint32(4, little), TAGS.exif, little);
  const found = inner === null ? null : entryOf(tiff, tiff.getUint32(inner + 8, little), TAGS.original, little);
  if (found === null || tiff.getUint16(found + 2, little) !== ASCII) return null;
  if (tiff.getUint32(found + 4, little) < TEXT_LENGTH - 1) return null;
  return readTime(tiff, tiff.getUint32(found + 8, little));
}

/** The TIFF inside the EXIF segment of a JPEG. Each step moves on, so that no bytes make it run for long. */
function exifOf(view: DataView): DataView | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === START_OF_SCAN || length < 2) return null;
    if (marker === APP1 && length >= 8 && at + 2 + length <= view.byteLength && view.getUint32(at + 4) === 0x45786966)
      return new DataView(view.buffer, view.byteOffset + at + 10, length - 8);
    at += 2 + length;
  }
  return null;
}

/** Where an entry of a list begins, or null. */
function entryOf(tiff: DataView, list: number, tag: number, little: boolean): number | null {
  if (list + 2 > tiff.byteLength) return null;
  const count = tiff.getUint16(list, little);
  for (let nth = 0; nth < count; nth++) {
    const at = list + 2 + nth * ENTRY;
    if (at + ENTRY > tiff.byteLength) return null;
    if (tiff.getUint16(at, little) === tag) return at;
  }
  return null;
}

function readTime(tiff: DataView, at: number): CameraTime | null {
  if (at + TEXT_LENGTH - 1 > tiff.byteLength) return null;
  const text = String.fromCharCode(...new Uint8Array(tiff.buffer, tiff.byteOffset + at, TEXT_LENGTH - 1));
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(text);
  return parts ? (cameraTime.safeParse(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}`).data ?? null) : null;
}
