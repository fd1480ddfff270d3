import { expect, test } from 'vitest';
import type { Outline } from '../../vocabulary/zone.ts';
import { findItem } from '../checklist/registry.ts';
import { FROM_ZONES, offersFor } from './offers.ts';
import { countWork } from './zone-count.ts';

const at = (x: number): Outline => [
  [x, 0],
  [x + 100, 0],
  [x + 100, 100],
  [x, 100],
];
const zones = [
  { type: 'mineable' as const, outline_dm: at(0) },
  { type: 'deferred' as const, outline_dm: at(100) },
  { type: 'forbidden' as const, outline_dm: at(200) },
];

test('a face counts for each kind of zone it lies in, and not for one it only touches', () => {
  expect(countWork(zones, [at(0)])).toEqual({ deferred: 0, forbidden: 0 });
  expect(countWork(zones, [at(50)])).toEqual({ deferred: 1, forbidden: 0 });
  expect(countWork(zones, [at(150), at(0), at(250)])).toEqual({ deferred: 1, forbidden: 2 });
});

test('nothing is said while a zone is not drawn, or no work is', () => {
  expect(countWork(zones, [])).toBeNull();
  expect(countWork([], [at(0)])).toBeNull();
  expect(countWork([...zones, { type: 'forbidden', outline_dm: null }], [at(0)])).toBeNull();
});

test('the row of the whole mine takes the count off the map', () => {
  const item = findItem('water.zones.face-inside-mineable');
  if (!item) throw new Error('no item');
  expect(offersFor(item, null, [], null)).toEqual({});
  expect(offersFor(item, null, [], { deferred: 1, forbidden: 0 })).toEqual({
    facesInDeferred: { value: 1, placeId: FROM_ZONES },
    facesInForbidden: { value: 0, placeId: FROM_ZONES },
  });
});
