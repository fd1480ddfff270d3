import { openDetail } from '../../vocabulary/open-question.ts';
import { type GasUnit, scaledToDecimal } from '../../vocabulary/quantity.ts';
import type { ReadingValue } from '../../vocabulary/reading.ts';
import type { DecodedFrame } from '../driver.ts';
import { DIGIT, exactly, fixedLineMatcher, HEX_DIGIT, SIGN, times } from '../framing/fixed-line.ts';

/** The space before the check is not part of it. */
const CHECKED_BYTES = 39;
const CHECK_AT = 40;

const signed = (whole: number, decimals: number) => [
  SIGN,
  ...times(DIGIT, whole),
  ...exactly('.'),
  ...times(DIGIT, decimals),
];

/** The 44 columns of a line: `A+001.50 +24.0 0666.22 +16.1 B+066.0 00 3F` CR LF (p2). */
const COLUMNS = [
  ...exactly('A'),
  ...signed(3, 2),
  ...exactly(' '),
  ...signed(2, 1),
  ...exactly(' '),
  ...times(DIGIT, 4),
  ...exactly('.'),
  ...times(DIGIT, 2),
  ...exactly(' '),
  ...signed(2, 1),
  ...exactly(' B'),
  ...signed(3, 1),
  ...exactly(' '),
  ...times(HEX_DIGIT, 2),
  ...exactly(' '),
  ...times(HEX_DIGIT, 2),
  ...exactly('\r\n'),
];

const textOf = (line: Uint8Array, from: number, to: number) => Buffer.from(line.subarray(from, to)).toString('latin1');

/** XOR of bytes 0..38, as two hex digits of either case at 40. */
function isCheckGood(line: Uint8Array): boolean {
  const sum = line.subarray(0, CHECKED_BYTES).reduce((xor, byte) => xor ^ byte, 0);
  return Number.parseInt(textOf(line, CHECK_AT, CHECK_AT + 2), 16) === sum;
}

export const matchMhz9041aLine = fixedLineMatcher(COLUMNS, isCheckGood);

const FAULT_BITS: readonly { readonly mask: number; readonly name: string }[] = [
  { mask: 0x01, name: 'temperature_control' },
  { mask: 0x02, name: 'ambient_temperature' },
  // The vendor's enumeration says bit 2, its table bit 3: both are named so.
  { mask: 0x0c, name: 'laser_signal_weak' },
  { mask: 0x10, name: 'laser_signal_abnormal' },
  { mask: 0xe0, name: 'reserved_bits' },
];

/** A good line as a methane reading. Without a confirmed unit there is no number (p2, "Unit"). */
export function parseMhz9041aLine(line: Uint8Array, unit: GasUnit | undefined): DecodedFrame {
  const errorCode = Number.parseInt(textOf(line, 37, 39), 16);
  const faults = FAULT_BITS.filter(({ mask }) => errorCode & mask).map(({ name }) => name);
  return {
    readings: [{ channel: 'ch1', gas: 'CH4', value: methaneValue(line, errorCode, unit), flags: faults }],
    details: { temperature_c: Number(textOf(line, 9, 14)), error_code: errorCode, faults },
  };
}

function methaneValue(line: Uint8Array, errorCode: number, unit: GasUnit | undefined): ReadingValue {
  if (errorCode !== 0) return { quality: 'fault', unit: unit ?? null, detail: 'device_status' };
  const text = textOf(line, 1, 8);
  if (unit === undefined) return { quality: 'invalid', unit: null, detail: openDetail('unit_unconfirmed', text) };
  return { quality: 'ok', amount: scaledToDecimal(Number(text.replace('.', '')), 2), unit };
}
