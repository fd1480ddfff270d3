import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cameraTime, isTakenApart } from '../../vocabulary/camera-time.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { photoTime } from './photo-time.ts';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** A JPEG whose EXIF says when it was taken, as a camera of either byte order writes it. */
function photo(text: string, little: boolean, before: readonly number[] = []): Uint8Array {
  const short = (value: number) => (little ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const long = (value: number) => (little ? [...short(value), 0, 0] : [0, 0, ...short(value)]);
  const entry = (tag: number, type: number, count: number, value: number) => [
    ...short(tag),
    ...short(type),
    ...long(count),
    ...long(value),
  ];
  const first = [...short(2), ...entry(0x0132, 2, 20, 0), ...entry(0x8769, 4, 1, 38), ...long(0)];
  const second = [...short(1), ...entry(0x9003, 2, 20, 56), ...long(0)];
  const tiff = [...ascii(little ? 'II' : 'MM'), ...short(42), ...long(8), ...first, ...second, ...ascii(`${text}\0`)];
  const body = [...ascii('Exif'), 0, 0, ...tiff];
  const length = body.length + 2;
  return new Uint8Array([
    0xff,
    0xd8,
    ...before,
    0xff,
    0xe1,
    length >> 8,
    length & 255,
    ...body,
    0xff,
    0xda,
    0,
    2,
    1,
    2,
  ]);
}

const TAKEN = '2026:11:23 10:12:05';

test.each([true, false])('reads when the camera says it was taken (little endian %s)', (little) => {
  expect(photoTime(photo(TAKEN, little))).toBe('2026-11-23T10:12:05');
  const jfif = [0xff, 0xe0, 0, 4, 1, 1];
  expect(photoTime(photo(TAKEN, little, jfif))).toBe('2026-11-23T10:12:05');
});

test('a time that there is not, a picture without EXIF and a picture cut short say nothing', () => {
  for (const text of ['    :  :     :  :  ', '2026:02:30 10:12:05', '2026:11:23 25:12:05', '0000:00:00 00:00:00'])
    expect(photoTime(photo(text, true))).toBeNull();
  expect(photoTime(new Uint8Array([0xff, 0xd8, 0xff, 0xda, 0, 2]))).toBeNull();
  const whole = photo(TAKEN, false);
  for (let length = 0; length < whole.length - 7; length++) expect(photoTime(whole.subarray(0, length))).toBeNull();
});

test('whatever bytes come, it ends with a time or with nothing', () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  fc.assert(
    fc.property(bytes, fc.nat(80), fc.boolean(), (noise, at, little) => {
      const spoilt = photo(TAKEN, little);
      spoilt.set(noise.subarray(0, Math.max(0, spoilt.length - at)), at);
      for (const one of [noise, spoilt]) {
        const taken = photoTime(one);
        expect(taken === null || cameraTime.safeParse(taken).success).toBe(true);
      }
    }),
    { numRuns: scaled(300) },
  );
});

test('a camera within a minute of the record says nothing new', () => {
  const taken = cameraTime.parse('2026-11-23T10:12:05');
  const saved = Date.parse('2026-11-23T10:12:05+08:00');
  expect(isTakenApart(taken, epochMs.parse(saved + 60_000))).toBe(false);
  expect(isTakenApart(taken, epochMs.parse(saved + 60_001))).toBe(true);
  expect(isTakenApart(taken, epochMs.parse(saved - 60_001))).toBe(true);
});
