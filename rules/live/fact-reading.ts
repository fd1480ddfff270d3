import type { Gas } from '../../vocabulary/gas.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { FactValue } from '../../vocabulary/verdict.ts';
import { convert } from './convert.ts';

/** The gas and unit a fact of a row is measured in by a detector. */
export interface MeasuredFact {
  readonly gas: Gas;
  readonly unit: '%VOL' | 'ppm';
}

const byKey: Readonly<Record<string, MeasuredFact>> = {
  ch4_pct: { gas: 'CH4', unit: '%VOL' },
  portable_pct: { gas: 'CH4', unit: '%VOL' },
  reading_pct: { gas: 'CH4', unit: '%VOL' },
  mixedGas_pct: { gas: 'CH4', unit: '%VOL' },
  stoppedZoneMaxCH4_pct: { gas: 'CH4', unit: '%VOL' },
  fanVicinityCH4_pct: { gas: 'CH4', unit: '%VOL' },
  returnCH4_pct: { gas: 'CH4', unit: '%VOL' },
  co2_pct: { gas: 'CO2', unit: '%VOL' },
  stoppedZoneMaxCO2_pct: { gas: 'CO2', unit: '%VOL' },
};

/** Gases of rows that name theirs, as `O2-intake` or `H2S`. */
const named: Readonly<Record<string, MeasuredFact>> = {
  'O2-intake': { gas: 'O2', unit: '%VOL' },
  'CO2-intake': { gas: 'CO2', unit: '%VOL' },
  'H2-charging': { gas: 'H2', unit: '%VOL' },
  CO: { gas: 'CO', unit: 'ppm' },
  NO2: { gas: 'NO2', unit: 'ppm' },
  SO2: { gas: 'SO2', unit: 'ppm' },
  H2S: { gas: 'H2S', unit: 'ppm' },
  NH3: { gas: 'NH3', unit: 'ppm' },
};

/** What a detector has to measure for a fact, or null where the fact is no concentration of a gas. */
export function measuredFact(key: string, preset: Readonly<Record<string, FactValue>>): MeasuredFact | null {
  if (key !== 'value_pct' && key !== 'value_ppm') return byKey[key] ?? null;
  return typeof preset.gas === 'string' ? (named[preset.gas] ?? null) : null;
}

/**
 * A reading as the value of a fact: its exact number in the unit of the fact, or the word why it has none. Null where it is of
 * another gas, or where its unit cannot be converted without a guess: a guess is never put into a record.
 */
export function factOfReading({ gas, value }: Pick<Reading, 'gas' | 'value'>, wanted: MeasuredFact): FactValue {
  if (gas !== wanted.gas) return null;
  if (value.quality !== 'ok') return { quality: value.quality };
  const seen = convert(gas, value.amount, value.unit, wanted.unit);
  return seen.is === 'exact' ? seen.amount : null;
}
