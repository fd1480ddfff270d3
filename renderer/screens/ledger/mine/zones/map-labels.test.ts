import { expect, test } from 'vitest';
import type { Outline } from '../../../../../vocabulary/zone.ts';
import { placeLabels } from './map-labels.ts';

const box = (left: number, top: number, width: number, height: number): Outline => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];
const SIZE = 100;

test('a name with room stands in the middle of its outline', () => {
  const placed = placeLabels([{ key: 'a', outline: box(0, 0, 4000, 2000), text: '一采区' }], SIZE);
  expect(placed.get('a')).toEqual({ x: 2000, y: 1000 });
});

test('a name that would lie across a border stands beside it', () => {
  const [west, east] = [box(0, 0, 4000, 3000), box(4000, 0, 3000, 3000)];
  // a narrow face on the border between two zones
  const face = { key: 'face', outline: box(3700, 1400, 600, 80), text: '15107运输顺槽' };
  const placed = placeLabels(
    [{ key: 'west', outline: west, text: '一采区' }, { key: 'east', outline: east, text: '二采区' }, face],
    SIZE,
  );
  const { x } = placed.get('face') ?? { x: 4000 };
  const half = ((5 * 0.6 + 4) * SIZE) / 2;
  expect(x + half <= 4000 || x - half >= 4000).toBe(true);
});

test('two names do not lie on one another', () => {
  const areas = ['zone', 'face'].map((key) => ({ key, outline: box(0, 0, 4000, 3000), text: '15103综采工作面' }));
  const placed = placeLabels(areas, SIZE);
  const [one, other] = [placed.get('zone'), placed.get('face')];
  expect(Math.abs((one?.y ?? 0) - (other?.y ?? 0))).toBeGreaterThanOrEqual(1.2 * SIZE);
});
