import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeId } from '../../vocabulary/ids.ts';
import type { Place, PlaceCode } from '../../vocabulary/place.ts';
import { placeCode } from '../../vocabulary/place.ts';
import { joinPlaces, obligationsOf, type Scope } from './obligations.ts';
import { checkItems, itemsFor } from './registry.ts';

const at = (n: number, code: PlaceCode): Place => ({
  placeId: placeId.parse(n.toString(16).padStart(32, '0')),
  code,
  name: `地点${n}`,
});
const keys = (...scopes: readonly Scope[]) =>
  obligationsOf(...scopes).map(({ item, placeId: where }) => `${item.id}@${where ?? ''}`);

const scopes = fc.record({
  hydroType: fc.constantFrom('simple', 'medium', 'complex', 'extreme'),
  places: fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...placeCode.options)), {
      selector: ([n]) => n,
      maxLength: 8,
    })
    .map((all) => all.map(([n, code]) => at(n, code))),
}) satisfies fc.Arbitrary<Scope>;

describe('what is owed', () => {
  test('rows that repeat are owed at each heading, the others once', () => {
    const owed = obligationsOf({ hydroType: 'complex', places: [at(1, 'headingFace'), at(2, 'headingFace')] });
    for (const item of checkItems) {
      const rows = owed.filter((row) => row.item === item);
      expect(rows.length).toBe(['heading', 'probe', 'survey', 'workface'].includes(item.each) ? 2 : 1);
    }
  });
  test('the return of a heading stands for it only where its head is not named', () => {
    const owed = keys({ hydroType: 'complex', places: [at(1, 'headingReturn')] });
    const both = keys({ hydroType: 'complex', places: [at(1, 'headingReturn'), at(2, 'headingFace')] });
    expect(owed).toContain(`water.exploration.advance-board@${at(1, 'other').placeId}`);
    expect(both).not.toContain(`water.exploration.advance-board@${at(1, 'other').placeId}`);
  });
  test('an inspection opened smaller than it was planned still owes what was planned', () => {
    const plan: Scope = { hydroType: 'complex', places: [at(1, 'headingFace'), at(2, 'headingFace')] };
    const opened: Scope = { hydroType: 'simple', places: [at(1, 'headingFace')] };
    expect(keys(plan, opened)).toEqual(keys(plan));
  });
});

test('nothing is owed twice, every item of the type is owed, and only at places that are named', () => {
  fc.assert(
    fc.property(scopes, (scope) => {
      const owed = obligationsOf(scope);
      expect(new Set(keys(scope)).size).toBe(owed.length);
      expect(new Set(owed.map(({ item }) => item))).toEqual(new Set(itemsFor(scope)));
      const named = new Set(scope.places.map((place) => place.placeId));
      expect(owed.filter(({ placeId: where }) => where !== null && !named.has(where))).toEqual([]);
    }),
  );
});
test('a second scope takes away no item and no named place', () => {
  fc.assert(
    fc.property(scopes, scopes, (one, other) => {
      const together = obligationsOf(one, other);
      for (const { item } of obligationsOf(one)) expect(together.some((row) => row.item === item)).toBe(true);
      expect(new Set(joinPlaces(one.places, other.places).map((place) => place.placeId)).size).toBe(
        joinPlaces(one.places, other.places).length,
      );
    }),
  );
});
