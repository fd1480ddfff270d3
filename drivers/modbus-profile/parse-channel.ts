import { type Gas, gas as gasWord } from '../../vocabulary/gas.ts';
import { openDetail } from '../../vocabulary/open-question.ts';
import { type DecimalString, type GasUnit, gasUnit } from '../../vocabulary/quantity.ts';
import type { Quality, ReadingValue } from '../../vocabulary/reading.ts';
import { countTimes, dividedByTens, float32Decimal, isAbove, isBelow } from '../decimal-amount.ts';
import type { ChannelReading } from '../driver.ts';
import { worstOf } from './judge-status.ts';
import type { Lookup, ProfileChannel, ValueSource } from './profile.ts';
import { type Registers, textAt, wordAt } from './registers.ts';

/** More decimals than this is not a number of any instrument. */
const MOST_DECIMALS = 9;

/** The number as it stands in the registers, before scale and decimals; NaN and infinity are what they are. */
function rawValue(source: ValueSource, registers: Registers): number {
  const words = [wordAt(registers, source), wordAt(registers, { ...source, offset: source.offset + 1 })];
  const isWide = source.type !== 'int16' && source.type !== 'uint16';
  const [first = 0, second = 0] = isWide && source.wordOrder === 'low-first' ? words.toReversed() : words;
  const view = new DataView(new ArrayBuffer(4));
  view.setUint16(0, first);
  view.setUint16(2, second);
  switch (source.type) {
    case 'int16':
      return view.getInt16(0);
    case 'uint16':
      return view.getUint16(0);
    case 'int32':
      return view.getInt32(0);
    case 'uint32':
      return view.getUint32(0);
    case 'float32':
      return view.getFloat32(0);
  }
}

/** The exact amount; null where it is not a number, or its decimals are none. */
function amountOf(source: ValueSource, raw: number, registers: Registers): DecimalString | null {
  const exact = source.type === 'float32' ? float32Decimal(raw) : countTimes(raw, 1);
  const { decimalsFrom } = source;
  const decimals = decimalsFrom === undefined ? 0 : wordAt(registers, decimalsFrom) & decimalsFrom.mask;
  if (exact === null || decimals > MOST_DECIMALS) return null;
  return dividedByTens(countTimes(exact, source.scale), decimals);
}

function lookUp(from: Lookup, registers: Registers): string | undefined {
  const key =
    'asciiWords' in from ? textAt(registers, from, from.asciiWords) : String(wordAt(registers, from) & from.mask);
  return Object.hasOwn(from.map, key) ? from.map[key] : undefined;
}

const gasOf = ({ gas, gasFrom }: ProfileChannel, registers: Registers): Gas =>
  gas ?? gasWord.safeParse(gasFrom && lookUp(gasFrom, registers)).data ?? 'unknown';

const unitOf = ({ unit, unitFrom }: ProfileChannel, registers: Registers): GasUnit | null =>
  unit ?? gasUnit.safeParse(unitFrom && lookUp(unitFrom, registers)).data ?? null;

/** One channel as a reading: the worst status, then what is not known, then sentinels, then the range. */
export function parseChannel(
  channel: ProfileChannel,
  registers: Registers,
  status: Quality,
  flags: readonly string[],
): ChannelReading {
  const gas = gasOf(channel, registers);
  const unit = unitOf(channel, registers);
  return { channel: channel.id, gas, value: readingValue(channel, registers, status, gas, unit), flags };
}

function readingValue(
  channel: ProfileChannel,
  registers: Registers,
  status: Quality,
  gas: Gas,
  unit: GasUnit | null,
): ReadingValue {
  const raw = rawValue(channel.value, registers);
  const amount = amountOf(channel.value, raw, registers);
  const why =
    amount === null ? 'not_a_number' : unit === null ? 'unit_unknown' : gas === 'unknown' ? 'gas_unknown' : null;
  const sentinel = channel.sentinels.find((each) => each.raw === raw)?.quality ?? 'ok';
  const byDevice = worstOf([status, sentinel]);
  // The highest alarm, whatever is still to be asked.
  const bySource =
    byDevice === 'over_range' && why !== 'not_a_number'
      ? byDevice
      : worstOf([byDevice, why === null ? 'ok' : 'invalid']);
  if (bySource === 'ok' && amount !== null && unit !== null) return withinRange(channel, amount, unit);
  const isOpen = why === 'unit_unknown' || why === 'gas_unknown';
  const asked = isOpen ? openDetail(why, byDevice === 'ok' ? amount : null) : why;
  const detail = bySource === 'invalid' && asked !== null ? asked : 'device_status';
  return { quality: bySource === 'ok' ? 'invalid' : bySource, unit, detail };
}

function withinRange({ range }: ProfileChannel, amount: DecimalString, unit: GasUnit): ReadingValue {
  if (range !== undefined && isAbove(amount, range.high))
    return { quality: 'over_range', unit, detail: 'above_full_scale' };
  if (range !== undefined && isBelow(amount, range.low)) return { quality: 'under_range', unit, detail: 'below_range' };
  return { quality: 'ok', amount, unit };
}
