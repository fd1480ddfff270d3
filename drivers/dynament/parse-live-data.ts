import type { Gas } from '../../vocabulary/gas.ts';
import { openDetail } from '../../vocabulary/open-question.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import { float32Decimal, isAbove } from '../decimal-amount.ts';
import type { DecodedFrame } from '../driver.ts';

/** Not ready or failed (p4, published sentinel). */
const SENTINEL = -250;
/** Down to here a negative number is drift and kept. */
const LEAST_CREDIBLE = -1;

/** Version, status and value: the length of variable 06. */
export const LIVE_DATA_BYTES = 8;

/** What the wire does not say. */
export interface DynamentMeaning {
  readonly gas?: Gas | undefined;
  readonly unit?: GasUnit | undefined;
  readonly full_scale?: number | undefined;
}

/** Live data simple, little endian, as a reading. */
export function parseLiveData(data: Uint8Array, meaning: DynamentMeaning): DecodedFrame {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const status = view.getUint16(2, true);
  const raw = view.getFloat32(4, true);
  const flags = status === 0 ? [] : [`status_${status.toString(16).padStart(4, '0')}`];
  return {
    readings: [{ channel: 'ch1', gas: meaning.gas ?? 'unknown', value: readingValue(raw, status, meaning), flags }],
    details: { version: view.getUint16(0, true), status, sentinel: raw === SENTINEL },
  };
}

/** Status first, then what is not credible, then what was not confirmed, then the range (p4, "Quality"). */
function readingValue(raw: number, status: number, { gas, unit, full_scale }: DynamentMeaning): ReadingValue {
  const withheld = (quality: 'fault' | 'invalid' | 'over_range', detail: string): ReadingValue => ({
    quality,
    unit: unit ?? null,
    detail,
  });
  if (status !== 0) return withheld('fault', 'device_status');
  const amount = float32Decimal(raw);
  if (amount === null) return withheld('invalid', 'not_a_number');
  if (raw === SENTINEL) return withheld('invalid', 'sentinel');
  if (raw < LEAST_CREDIBLE) return withheld('invalid', 'not_credible');
  if (unit === undefined) return withheld('invalid', openDetail('unit_unknown', amount));
  if (gas === undefined) return withheld('invalid', openDetail('gas_unknown', amount));
  if (full_scale === undefined) return withheld('invalid', openDetail('full_scale_unknown', amount));
  return isAbove(amount, full_scale) ? withheld('over_range', 'above_full_scale') : { quality: 'ok', amount, unit };
}
