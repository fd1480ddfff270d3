import type { Gas } from '../../vocabulary/gas.ts';
import { type OpenWord, openDetail } from '../../vocabulary/open-question.ts';
import type { GasUnit } from '../../vocabulary/quantity.ts';
import type { NotMeasured, ReadingValue } from '../../vocabulary/reading.ts';
import { percentOf, roundedDecimal } from '../decimal-amount.ts';
import type { DecodedFrame } from '../driver.ts';

const MILLIAMP_AT_FULL_COUNT = 21.7;
const FULL_COUNT = 65_535;
/** Below and above these currents the loop says fault and over-range. */
const LEAST_MILLIAMP = 3.95;
const MOST_MILLIAMP = 20.5;
/** A count is 0.002 % of full scale. */
const PERCENT_DECIMALS = 2;

const RUN_ONLY = 0x0001;
const STARTUP = 0x0040;
/** Partial beam block and dirty windows are warnings; every other error bit is a fault. */
const WARNING_BITS = 0x0003;
const MODE_NAMES: Readonly<Record<number, string>> = {
  0: 'run',
  1: 'calibrating',
  2: 'zeroing',
  3: 'cal_pending',
  4: 'apply_gas',
  5: 'remove_gas',
  6: 'startup',
  9: 'gas_check',
  10: 'zero_and_cal',
};
const ERROR_NAMES = [
  'partial_beam_block',
  'clean_windows',
  'beam_block',
  'ir_high',
  'wire_short',
  'low_line',
  'calibration_failed',
  'zero_failed',
  'test_forgotten',
  'active_lamp',
  'reference_lamp',
  'heater',
  'clipping',
  'misc',
  'excess_negative',
  'eeprom',
];

/** The gas ids the guide gives (p5, 008D): all methane, each with its unit and standard. */
export const METHANE_UNITS: Readonly<Record<number, GasUnit>> = {
  100: '%LEL(ISO 10156)',
  106: '%VOL',
  114: '%LEL(IEC 60079-20-1)',
};

/** What is known of the gas: from 008D where it was read, else from the settings. */
export interface Ir400Meaning {
  readonly gas: Gas;
  /** Why there can be no number; null where there can. */
  readonly invalid: OpenWord | null;
  /** Unit of the full scale, where 008D gave it and the user gave the scale. */
  readonly scale: { readonly unit: GasUnit; readonly full: number } | null;
}

const setBits = (word: number) => Array.from({ length: 16 }, (_, bit) => bit).filter((bit) => (word >> bit) & 1);

/** Current, mode and error bits as a reading: per cent of full scale until gas and scale are known. */
export function parseLive(registers: DataView, meaning: Ir400Meaning): DecodedFrame {
  const raw = registers.getUint16(0);
  const mode = registers.getUint16(2);
  const errors = registers.getUint16(4);
  const milliamp = (raw * MILLIAMP_AT_FULL_COUNT) / FULL_COUNT;
  const flags = setBits(errors).map((bit) => ERROR_NAMES[bit] ?? `error${bit}`);
  const value = readingValue(milliamp, qualityOf(milliamp, mode, errors), meaning);
  return {
    readings: [{ channel: 'ch1', gas: meaning.gas, value, flags }],
    details: {
      milliamp: Number(milliamp.toFixed(3)),
      modes: setBits(mode).map((bit) => MODE_NAMES[bit] ?? `bit${bit}`),
      error_bits: errors,
    },
  };
}

/** In the order of the page: error bits, start-up, any other mode, then the current. */
function qualityOf(milliamp: number, mode: number, errors: number): NotMeasured | 'ok' {
  if (errors & ~WARNING_BITS) return 'fault';
  if (mode & STARTUP) return 'warmup';
  if (mode !== RUN_ONLY) return 'calibrating';
  if (milliamp < LEAST_MILLIAMP) return 'fault';
  return milliamp > MOST_MILLIAMP ? 'over_range' : 'ok';
}

function readingValue(milliamp: number, quality: NotMeasured | 'ok', meaning: Ir400Meaning): ReadingValue {
  const unit = meaning.scale?.unit ?? '%FS';
  if (quality === 'fault') return { quality, unit, detail: 'device_status' };
  // The highest alarm, whatever is still to be asked.
  if (quality === 'over_range') return { quality, unit, detail: 'device_status' };
  const percent = roundedDecimal(((milliamp - 4) / 16) * 100, PERCENT_DECIMALS);
  if (meaning.invalid !== null)
    return { quality: 'invalid', unit, detail: openDetail(meaning.invalid, quality === 'ok' ? percent : null) };
  if (quality !== 'ok') return { quality, unit, detail: 'device_status' };
  return { quality, unit, amount: meaning.scale === null ? percent : percentOf(percent, meaning.scale.full) };
}
