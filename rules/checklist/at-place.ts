import { type PlaceCode, sensorLocation } from '../../vocabulary/place.ts';
import { placeToActionLocation } from '../live/place-rules.ts';
import type { CheckItem, PlacedFact } from './item.ts';

/** What the code of a place says of a fact, or null where it says nothing: then the person chooses. */
function placedValue(fact: PlacedFact, code: PlaceCode): string | null {
  return fact === 'location' ? placeToActionLocation(code) : (sensorLocation.safeParse(code).data ?? null);
}

/** The row as it is asked at a place: what the place fixes is preset and no longer asked, nor what it has no use for. */
export function itemAt(item: CheckItem, code: PlaceCode | null): CheckItem {
  const { criterion } = item;
  if (criterion.kind !== 'rule' || criterion.placed === null || code === null) return item;
  const { placed, onlyAt, preset } = criterion;
  const value = placedValue(placed, code);
  if (value === null) return item;
  const facts = criterion.facts.filter(({ key }) => key !== placed && (onlyAt[key]?.includes(value) ?? true));
  return { ...item, criterion: { ...criterion, facts, preset: { ...preset, [placed]: value } } };
}
