import { type PlaceCode, sensorLocation } from '../../vocabulary/place.ts';
import type { FactInput } from '../facts/describe-fact.ts';
import { placeToActionLocation } from '../live/place-rules.ts';
import { sensorLimits } from '../packs/sensor-limits.ts';
import type { CheckItem, PlacedFact } from './item.ts';

/** What the code of a place says of a fact, or null where it says nothing: then the person chooses. */
function placedValue(fact: PlacedFact, code: PlaceCode): string | null {
  return fact === 'location' ? placeToActionLocation(code) : (sensorLocation.safeParse(code).data ?? null);
}

/** The table asks each of its figures and none where it has a dash: a setting not yet noted is no late one. */
const inTable = (facts: readonly FactInput[], location: string): readonly FactInput[] =>
  facts
    .filter(({ key }) => sensorLimits.some((limit) => limit.key === `sensor.${location}.${key.replace('_pct', '')}`))
    .map((fact) => ({ ...fact, needed: true }));

/** The row as it is asked at a place: what the place fixes is preset and no longer asked, nor what it has no use for. */
export function itemAt(item: CheckItem, code: PlaceCode | null): CheckItem {
  const { criterion } = item;
  if (criterion.kind !== 'rule' || criterion.placed === null || code === null) return item;
  const { placed, onlyAt, preset } = criterion;
  const value = placedValue(placed, code);
  if (value === null) return item;
  const asked = criterion.facts.filter(({ key }) => key !== placed && (onlyAt[key]?.includes(value) ?? true));
  const facts = placed === 'sensorLocation' ? inTable(asked, value) : asked;
  return { ...item, criterion: { ...criterion, facts, preset: { ...preset, [placed]: value } } };
}
