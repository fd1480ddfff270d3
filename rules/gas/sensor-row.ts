import { type PlaceCode, type SensorLocation, sensorLocation } from '../../vocabulary/place.ts';
import type { DecimalString } from '../../vocabulary/quantity.ts';
import type { IsoDate } from '../../vocabulary/time.ts';
import type { Citation } from '../../vocabulary/verdict.ts';
import { citationOf, packInForce } from '../packs/law.ts';
import type { Pack } from '../packs/pack.ts';
import { type PowerCutRange, powerCutRanges } from './power-cut-ranges.words.ts';

/** One setting of the table, in %, with the document it is from. */
export interface SensorFigure {
  readonly value_pct: DecimalString;
  readonly citation: Citation;
}

/** One row of the table of methane sensors: null where the table has a dash. */
export interface SensorRow {
  readonly location: SensorLocation;
  readonly alarm: SensorFigure;
  readonly cut: SensorFigure | null;
  readonly repower: SensorFigure | null;
  readonly range: PowerCutRange;
}

/**
 * The table's row for a place on a day; null where the place is not in the table or no edition was in force. `packs`: other than those in use, as with the
 * figures of a mine.
 */
export function sensorRow(code: PlaceCode, date: IsoDate, packs?: readonly Pack[]): SensorRow | null {
  const location = sensorLocation.safeParse(code).data;
  const pack = packInForce('safety', date, packs);
  if (location === undefined || pack === null) return null;
  const figure = (what: string): SensorFigure | null => {
    const entry = pack.limits.find(({ key }) => key === `sensor.${location}.${what}`);
    return entry ? { value_pct: entry.value, citation: citationOf(pack, entry) } : null;
  };
  const alarm = figure('alarm');
  if (alarm === null) return null;
  return { location, alarm, cut: figure('cut'), repower: figure('repower'), range: powerCutRanges[location] };
}
