import { constants, zstdCompressSync } from 'node:zlib';
import type { InstrumentId } from '../../vocabulary/ids.ts';
import { decimalString } from '../../vocabulary/quantity.ts';
import { quality, type Reading, type ReadingValue } from '../../vocabulary/reading.ts';
import type { Result } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { amountToScaled, scaledToAmount } from './amount.ts';
import {
  AS_TEXT,
  alike,
  type BlockColumns,
  type BlockHead,
  blockContent,
  type ColumnName,
  columnNames,
  MAGIC,
  readBlockColumns,
} from './block-format.ts';
import { VarintWriter } from './varint.ts';

/** The columns are small already: level 9 takes five times as long and makes a block three hundredths smaller. */
const LEVEL = 3;

type Series = BlockHead['series'][number];

/** Gives each distinct entry one index, in the order of first use. */
class Table<T> {
  readonly entries: T[] = [];
  readonly #index = new Map<string, number>();
  #lastKey: string | null = null;
  #last = -1;

  /** `key` tells entries apart. */
  indexOf(key: string, entry: () => T): number {
    if (key === this.#lastKey) return this.#last;
    const known = this.#index.get(key) ?? this.entries.push(entry()) - 1;
    this.#index.set(key, known);
    this.#lastKey = key;
    this.#last = known;
    return known;
  }
}

/** No channel has an empty name. */
const NO_SERIES: Series = { channel: '', gas: 'unknown', unit: null };

const toMicroseconds = (ms: number): number => Math.round(ms * 1000);

/** A block on its way: readings are put in one after the other, `bytes` packs what is in it. */
export interface BlockWriter {
  readonly add: (reading: Reading) => void;
  readonly bytes: () => Uint8Array;
}

/** Packs readings of one instrument; their `mono` must be whole microseconds. */
export function encodeBlock(instrument: InstrumentId, readings: readonly Reading[]): Uint8Array {
  const writer = blockWriter(instrument);
  for (const one of readings) writer.add(one);
  return writer.bytes();
}

/** The same where the readings come in steps. */
export function blockWriter(instrument: InstrumentId): BlockWriter {
  const columns = Object.fromEntries(columnNames.map((name) => [name, new VarintWriter()])) as Record<
    ColumnName,
    VarintWriter
  >;
  const series = new Table<Series>();
  const boots = new Table<BlockHead['boots'][number]>();
  const texts = new Table<string>();
  const lastMantissa: number[] = [];
  let count = 0;
  let wall = 0;
  let mono = 0;
  let last: Series & { readonly at: number } = { ...NO_SERIES, at: -1 };
  /** Most readings are of the series of the one before. */
  const seriesOf = ({ channel, gas, value: { unit } }: Reading): number => {
    if (last.channel === channel && last.gas === gas && last.unit === unit) return last.at;
    const at = series.indexOf(`${gas}\n${unit}\n${channel}`, () => ({ channel, gas, unit }));
    last = { channel, gas, unit, at };
    return at;
  };
  const addValue = (value: ReadingValue, at: number): void => {
    if (value.quality !== 'ok') {
      columns.decimals.unsigned(texts.indexOf(value.detail, () => value.detail));
      return;
    }
    const scaled = amountToScaled(value.amount);
    columns.decimals.unsigned(scaled?.decimals ?? AS_TEXT);
    if (!scaled) {
      columns.mantissa.signed(texts.indexOf(value.amount, () => value.amount));
      return;
    }
    columns.mantissa.signed(scaled.mantissa - (lastMantissa[at] ?? 0));
    lastMantissa[at] = scaled.mantissa;
  };
  const add = (reading: Reading): void => {
    const { time, value } = reading;
    const at = seriesOf(reading);
    const micro = toMicroseconds(time.mono);
    count += 1;
    columns.series.unsigned(at);
    columns.boot.unsigned(boots.indexOf(time.boot, () => time.boot));
    columns.wall.signed(time.wall - wall);
    columns.mono.signed(micro - mono - alike(time.wall - wall));
    wall = time.wall;
    mono = micro;
    columns.quality.unsigned(places[value.quality]);
    addValue(value, at);
  };
  const bytes = () => {
    const head = { instrument, count, series: series.entries, boots: boots.entries, texts: texts.entries };
    return packBlock(head, columns);
  };
  return { add, bytes };
}

const places = Object.fromEntries(quality.options.map((word, place) => [word, place])) as Record<
  ReadingValue['quality'],
  number
>;

function packBlock(about: BlockHead, columns: Record<ColumnName, VarintWriter>): Uint8Array {
  const parts = [new TextEncoder().encode(JSON.stringify(about)), ...columnNames.map((name) => columns[name].bytes())];
  const framed = parts.flatMap((part) => {
    const length = new VarintWriter();
    length.unsigned(part.length);
    return [length.bytes(), part];
  });
  return Buffer.concat([
    MAGIC,
    zstdCompressSync(Buffer.concat(framed), { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } }),
  ]);
}

/** Whether two blocks hold the same bytes, whichever release of zstd packed them. */
export const isSameBlock = (one: Uint8Array, other: Uint8Array): boolean =>
  Buffer.compare(one, other) === 0 || blockContent(one).equals(blockContent(other));

/** The readings of a block, exactly as they went in; anything else is `block_unreadable`. */
export const decodeBlock = (bytes: Uint8Array): Result<readonly Reading[]> => readBlockColumns(bytes, readColumns);

function readColumns({ about, columns }: BlockColumns): Reading[] {
  const { instrument, count } = about;
  const lastMantissa: number[] = [];
  const readings: Reading[] = [];
  let wall = 0;
  let mono = 0;
  for (let n = 0; n < count; n += 1) {
    const at = columns.series.unsigned();
    const { channel, gas, unit } = entry(about.series, at);
    const boot = entry(about.boots, columns.boot.unsigned());
    const wallStep = columns.wall.signed();
    wall += wallStep;
    mono += columns.mono.signed() + alike(wallStep);
    const value = readValue({ about, columns }, at, unit, lastMantissa);
    readings.push({
      instrument,
      channel,
      gas,
      time: { wall: epochMs.parse(wall), mono: monoMs.parse(mono / 1000), boot },
      value,
    });
  }
  return readings;
}

function readValue({ about, columns }: BlockColumns, at: number, unit: Series['unit'], last: number[]): ReadingValue {
  const word = entry(quality.options, columns.quality.unsigned());
  const decimals = columns.decimals.unsigned();
  if (word !== 'ok') return { quality: word, unit, detail: entry(about.texts, decimals) };
  if (unit === null) throw new RangeError('a measured amount without a unit');
  const number = columns.mantissa.signed();
  if (decimals === AS_TEXT) return { quality: word, amount: decimalString.parse(entry(about.texts, number)), unit };
  const mantissa = (last[at] ?? 0) + number;
  last[at] = mantissa;
  return { quality: word, amount: scaledToAmount({ mantissa, decimals }), unit };
}

/** The entry of a table that a column points at. */
export function entry<T>(table: readonly T[], at: number): T {
  const found = table[at];
  if (found === undefined) throw new RangeError('no such entry');
  return found;
}
