import type { Gas } from '../../vocabulary/gas.ts';
import { type OpenWord, openDetail } from '../../vocabulary/open-question.ts';
import { type GasUnit, scaledToDecimal } from '../../vocabulary/quantity.ts';
import type { NotMeasured, Quality, ReadingValue } from '../../vocabulary/reading.ts';
import type { DecodedFrame } from '../driver.ts';
import { flagNames, modeName, qualityOf } from './status-words.ts';

/** What the wire does not say. */
export interface ItransMeaning {
  readonly gas?: Gas | undefined;
  readonly unit?: GasUnit | undefined;
}

const SENSOR_TYPES: Readonly<Record<number, string>> = { 3: 'IR', 4: 'TOX', 5: 'OXY', 6: 'AAW', 7: 'CAT' };
/** The gas codes the manuals give; all others take the gas from the setting (p1, register 40103). */
const GAS_CODES: Readonly<Record<number, Gas>> = { 2: 'H2S', 6: 'ClO2', 7: 'HCN' };
/** Sixteen bits have five digits; more decimals than this is not a number of this device. */
const MOST_DECIMALS = 9;
const STATUS_AT = 8;

/** Registers 40101 to 40104 or 40105 as a reading. Four registers carry no status word: no flags then. */
export function parseItransRegisters(registers: DataView, slave: number, meaning: ItransMeaning): DecodedFrame {
  const raw = registers.getInt16(2);
  const decimals = registers.getUint8(4);
  const gasCode = registers.getUint8(5);
  const mode = registers.getUint16(6);
  const status = registers.byteLength > STATUS_AT ? registers.getUint16(STATUS_AT) : 0;
  const flags = flagNames(status);
  const gas = GAS_CODES[gasCode] ?? meaning.gas ?? 'unknown';
  const invalid = whyInvalid(gas, decimals, meaning);
  const value = readingValue(raw, decimals, qualityOf(mode, status), invalid, meaning.unit);
  return {
    readings: [{ channel: 'ch1', gas, value, flags }],
    details: {
      slave,
      sensor_type: SENSOR_TYPES[registers.getUint8(0)] ?? 'unknown',
      bus_address: registers.getUint8(1),
      raw_reading: raw,
      decimals,
      gas_code: gasCode,
      mode: modeName(mode),
      alarms: flags.filter((flag) => flag === 'low_alarm' || flag === 'high_alarm'),
      flags,
    },
  };
}

/** A number needs a unit and a gas that nobody contradicts; a device that names another gas than the setting has neither. */
function whyInvalid(gas: Gas, decimals: number, meaning: ItransMeaning): OpenWord | 'decimals_out_of_range' | null {
  if (decimals > MOST_DECIMALS) return 'decimals_out_of_range';
  if (meaning.unit === undefined) return 'unit_unknown';
  if (gas === 'unknown') return 'gas_unknown';
  return meaning.gas !== undefined && meaning.gas !== gas ? 'gas_differs_from_setting' : null;
}

function readingValue(
  raw: number,
  decimals: number,
  quality: Quality,
  invalid: ReturnType<typeof whyInvalid>,
  unit?: GasUnit,
): ReadingValue {
  const withheld = (word: NotMeasured, detail: string): ReadingValue => ({ quality: word, unit: unit ?? null, detail });
  if (quality === 'fault') return withheld('fault', 'device_status');
  // The highest alarm, whatever is still to be asked.
  if (quality === 'over_range') return withheld('over_range', 'device_status');
  if (invalid === 'decimals_out_of_range') return withheld('invalid', invalid);
  const amount = scaledToDecimal(raw, decimals);
  if (invalid !== null || unit === undefined)
    return withheld('invalid', openDetail(invalid ?? 'unit_unknown', quality === 'ok' ? amount : null));
  return quality === 'ok' ? { quality, amount, unit } : withheld(quality, 'device_status');
}
