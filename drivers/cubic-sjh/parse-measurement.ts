import { openDetail } from '../../vocabulary/open-question.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { NotMeasured, ReadingValue } from '../../vocabulary/reading.ts';
import { countTimes } from '../decimal-amount.ts';
import type { DecodedFrame } from '../driver.ts';

/** Names of the bits of S1 (p8). */
const FLAG_NAMES = [
  'warming_up',
  'malfunction',
  'out_of_range',
  'reserved3',
  'not_calibrated',
  'high_humidity',
  'reference_over_limit',
  'measurement_over_limit',
] as const;
const WARMING_UP = 0x01;
const OUT_OF_RANGE = 0x04;
/** Bits 1, 3, 4, 6 and 7; high humidity changes no number. */
const FAULT_BITS = 0xda;

/** Count, S1 and S2. */
export const MEASUREMENT_BYTES = 4;

/** What the wire does not say with each measurement. */
export interface CubicMeaning {
  readonly unit?: GasUnit | undefined;
  readonly scale?: number | undefined;
}

/** Why the module's own properties speak against the settings, or that they were not to be had. */
export type PropertyCheck = 'agrees' | 'unchecked' | 'differs';

/** The data of a measurement reply as a methane reading; S2 is not documented and kept raw. */
export function parseMeasurement(data: Uint8Array, meaning: CubicMeaning, check: PropertyCheck): DecodedFrame {
  const [high = 0, low = 0, status = 0, second = 0] = data;
  const rawCount = high * 256 + low;
  const flags = FLAG_NAMES.filter((_, bit) => (status >> bit) & 1);
  const shown = check === 'unchecked' ? [...flags, 'properties_unconfirmed'] : flags;
  return {
    readings: [{ channel: 'ch1', gas: 'CH4', value: readingValue(rawCount, status, meaning, check), flags: shown }],
    details: { raw_count: rawCount, flags, second_status: second },
  };
}

function readingValue(rawCount: number, status: number, meaning: CubicMeaning, check: PropertyCheck): ReadingValue {
  const { unit, scale } = meaning;
  const withheld = (quality: NotMeasured, detail: string): ReadingValue => ({ quality, unit: unit ?? null, detail });
  if (status & FAULT_BITS) return withheld('fault', 'device_status');
  const isWarm = (status & WARMING_UP) === 0;
  // The highest alarm, whatever is still to be asked.
  if (isWarm && status & OUT_OF_RANGE) return withheld('over_range', 'device_status');
  // Without a scale the count is no number; where the module contradicts the scale, neither is to be believed.
  const amount = scale === undefined ? null : countTimes(rawCount, scale);
  if (check === 'differs') return withheld('invalid', 'properties_differ_from_setting');
  if (unit === undefined) return withheld('invalid', openDetail('unit_unknown', isWarm ? amount : null));
  if (amount === null) return withheld('invalid', 'scale_unknown');
  return isWarm ? { quality: 'ok', amount, unit } : withheld('warmup', 'device_status');
}
