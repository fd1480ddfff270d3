import { type PlaceCode, type SensorLocation, sensorLocation } from '../../vocabulary/place.ts';
import type { DecimalString } from '../../vocabulary/quantity.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import { citationOf, packInForce } from '../packs/law.ts';
import { type PowerCutRange, powerCutRanges } from './power-cut-ranges.words.ts';

/** One row of the table of methane sensors, in %: null where the table has a dash. */
export interface SensorRow {
  readonly location: SensorLocation;
  readonly alarm_pct: DecimalString | null;
  readonly cut_pct: DecimalString | null;
  readonly repower_pct: DecimalString | null;
  readonly range: PowerCutRange;
  readonly citation: Citation;
}

/** The table's row for a place on a day; null where the place is not in the table or no edition was in force. */
export function sensorRow(code: PlaceCode, date: IsoDate): SensorRow | null {
  const location = sensorLocation.safeParse(code).data;
  const pack = packInForce('safety', date);
  if (location === undefined || pack === null) return null;
  const entry = (what: string) => pack.limits.find(({ key }) => key === `sensor.${location}.${what}`) ?? null;
  const alarm = entry('alarm');
  if (alarm === null) return null;
  return {
    location,
    alarm_pct: alarm.value,
    cut_pct: entry('cut')?.value ?? null,
    repower_pct: entry('repower')?.value ?? null,
    range: powerCutRanges[location],
    citation: citationOf(pack, alarm),
  };
}
