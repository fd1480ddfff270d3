import { expect, test } from 'vitest';
import { closes, frameOf, gridOf, pixel_dm, snapped } from './map-model.ts';

const map = {
  width_px: 2000,
  height_px: 1000,
  scale: { a_px: [100, 100] as [number, number], b_px: [400, 500] as [number, number], distance_m: 250 },
};

test('two points and their distance say what a pixel is', () => {
  expect(pixel_dm(map)).toBe(5);
  expect(pixel_dm({ scale: { ...map.scale, b_px: [100, 100] } })).toBe(1);
});

test('an empty map is a kilometre across, with a grid that can be counted', () => {
  const frame = frameOf({ zones: [], works: [], map: null });
  expect(frame.width).toBe(10_000);
  expect(gridOf(frame)).toBe(100);
  expect(gridOf({ ...frame, width: 300 })).toBe(5);
});

test('a corner is taken to the half square, on a plan to the decimetre', () => {
  expect(snapped([1234.4, 777.7], 100, false)).toEqual([1000, 1000]);
  expect(snapped([1234.4, 777.7], 100, true)).toEqual([1234, 778]);
});

test('the first corner closes an outline that has three', () => {
  const frame = { x: 0, y: 0, width: 1000, height: 700 };
  const corners: [number, number][] = [
    [0, 0],
    [100, 0],
    [100, 100],
  ];
  expect(closes(corners, [5, 5], frame)).toBe(true);
  expect(closes(corners, [90, 90], frame)).toBe(false);
  expect(closes(corners.slice(0, 2), [5, 5], frame)).toBe(false);
});
