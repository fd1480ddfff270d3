import type { PlaceId } from '../../vocabulary/ids.ts';
import type { Place } from '../../vocabulary/place.ts';
import type { CheckItem } from './item.ts';
import { placesFor } from './places-for.ts';
import { type ItemScope, itemsFor } from './registry.ts';

/** What is owed of one mine in one period: a row of the checklist, at a place where it repeats. */
export interface Obligation {
  readonly item: CheckItem;
  readonly placeId: PlaceId | null;
}

/** What a plan, or an inspection as it was opened, lays down of what is owed. */
export interface Scope extends ItemScope {
  readonly places: readonly Place[];
}

/**
 * Everything owed, in the order of the checklist and of the walk. Of several scopes (the plan, and the inspection opened under it)
 * all is owed that one of them lays down, so that an inspection cannot be opened smaller than it was planned. An item that no place
 * stands for is owed once.
 */
export function obligationsOf(...scopes: readonly Scope[]): readonly Obligation[] {
  const places = joinPlaces(...scopes.map((scope) => scope.places));
  return itemsFor(...scopes).flatMap((item): Obligation[] => {
    const at = placesFor(item.each, places);
    return at.length === 0 ? [{ item, placeId: null }] : at.map(({ placeId }) => ({ item, placeId }));
  });
}

/** Each place once, in the order it was first named. */
export function joinPlaces(...lists: readonly (readonly Place[])[]): readonly Place[] {
  const all = new Map<string, Place>();
  for (const place of lists.flat()) if (!all.has(place.placeId)) all.set(place.placeId, place);
  return [...all.values()];
}
