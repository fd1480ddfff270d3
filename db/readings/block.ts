import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { bootId, type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { quality, type Reading, reading } from '../../vocabulary/reading.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { amountToScaled, scaledToAmount } from './amount.ts';
import { VarintReader, VarintWriter } from './varint.ts';

// A reading block: the readings of one instrument over a span of time, in the order they arrived.
//
//   bytes 0..3   "JXB1"
//   rest         zstd of: varint length + JSON head, then the columns, each varint length + varints
//
// The head holds the tables that the columns point into: `series` (channel, gas, unit), `boots`, and `texts` (details, and amounts whose
// text the scaled form would not give back). Columns, one entry per reading unless said:
//   series   index into `series`
//   boot     index into `boots`
//   wall     milliseconds, difference to the reading before (first: to 0)
//   mono     microseconds, difference to the reading before, less that of the wall where it is below a day: the two clocks run alike
//   quality  0 = ok, else the place of the word in the vocabulary's list
//   decimals ok: number of decimals, or 16 = text; else index of the detail in `texts`
//   mantissa ok only: difference to the last scaled amount of the same series, or the index of the text

const MAGIC = new TextEncoder().encode('JXB1');
const AS_TEXT = 16;
const DAY_MS = 86_400_000;
/** A tenth smaller than at the usual level, and ten minutes of eight channels still take less than a tenth of a second. */
const LEVEL = 9;
/** A block is at most 64 MB unpacked: more is not a block of ours. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const columnNames = ['series', 'boot', 'wall', 'mono', 'quality', 'decimals', 'mantissa'] as const;
type ColumnName = (typeof columnNames)[number];

const series = z.strictObject({ channel: z.string(), gas, unit: gasUnit.nullable() });
const head = z.strictObject({
  instrument: instrumentId,
  count: z.int().nonnegative(),
  series: z.array(series),
  boots: z.array(bootId),
  texts: z.array(z.string()),
});
type Head = z.infer<typeof head>;

/** Gives each distinct text one index, in the order of first use. */
class Table<T> {
  readonly entries: T[] = [];
  readonly #index = new Map<string, number>();

  indexOf(entry: T): number {
    const key = JSON.stringify(entry);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    this.#index.set(key, this.entries.length);
    return this.entries.push(entry) - 1;
  }
}

/** How far the monotonic clock runs while the wall clock makes a step, in microseconds, as long as nobody sets the wall clock. */
const alike = (wallStep: number): number => (Math.abs(wallStep) < DAY_MS ? wallStep * 1000 : 0);

const toMicroseconds = (ms: number): number => Math.round(ms * 1000);

/** A block on its way: readings are put in one after the other, `bytes` packs what is in it. */
export interface BlockWriter {
  readonly add: (reading: Reading) => void;
  readonly bytes: () => Uint8Array;
}

/** Packs readings of one instrument; their `mono` must be whole microseconds, which the listener's clock gives. */
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
  const tables = {
    series: new Table<Head['series'][number]>(),
    boots: new Table<Head['boots'][number]>(),
    texts: new Table<string>(),
  };
  const lastMantissa = new Map<number, number>();
  let count = 0;
  let wall = 0;
  let mono = 0;
  const add = ({ channel, gas: kind, time, value }: Reading): void => {
    count += 1;
    const at = tables.series.indexOf({ channel, gas: kind, unit: value.unit });
    columns.series.unsigned(at);
    columns.boot.unsigned(tables.boots.indexOf(time.boot));
    columns.wall.signed(time.wall - wall);
    columns.mono.signed(toMicroseconds(time.mono) - mono - alike(time.wall - wall));
    wall = time.wall;
    mono = toMicroseconds(time.mono);
    columns.quality.unsigned(quality.options.indexOf(value.quality));
    if (value.quality !== 'ok') {
      columns.decimals.unsigned(tables.texts.indexOf(value.detail));
      return;
    }
    const scaled = amountToScaled(value.amount);
    columns.decimals.unsigned(scaled?.decimals ?? AS_TEXT);
    if (scaled) {
      columns.mantissa.signed(scaled.mantissa - (lastMantissa.get(at) ?? 0));
      lastMantissa.set(at, scaled.mantissa);
    } else columns.mantissa.signed(tables.texts.indexOf(value.amount));
  };
  const bytes = () =>
    packBlock(
      {
        instrument,
        count,
        series: tables.series.entries,
        boots: tables.boots.entries,
        texts: tables.texts.entries,
      },
      columns,
    );
  return { add, bytes };
}

function packBlock(about: Head, columns: Record<ColumnName, VarintWriter>): Uint8Array {
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
export function isSameBlock(one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.compare(one, other) === 0) return true;
  const content = (block: Uint8Array) =>
    zstdDecompressSync(block.subarray(MAGIC.length), { maxOutputLength: MAX_UNPACKED });
  return content(one).equals(content(other));
}

/** The readings of a block, exactly as they went in; anything else is `block_unreadable`. */
export function decodeBlock(bytes: Uint8Array): Result<readonly Reading[]> {
  try {
    if (!MAGIC.every((byte, index) => bytes[index] === byte))
      return fail({ code: 'block_unreadable', detail: 'magic' });
    const reader = new VarintReader(
      zstdDecompressSync(bytes.subarray(MAGIC.length), { maxOutputLength: MAX_UNPACKED }),
    );
    const about = head.parse(JSON.parse(new TextDecoder().decode(reader.take(reader.unsigned()))));
    const columns = Object.fromEntries(
      columnNames.map((name) => [name, new VarintReader(reader.take(reader.unsigned()))]),
    ) as Record<ColumnName, VarintReader>;
    return ok(readColumns(about, columns));
  } catch (error) {
    return fail({ code: 'block_unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
}

function readColumns(about: Head, columns: Record<ColumnName, VarintReader>): Reading[] {
  const lastMantissa = new Map<number, number>();
  let wall = 0;
  let mono = 0;
  return Array.from({ length: about.count }, () => {
    const at = columns.series.unsigned();
    const { channel, gas: kind, unit } = series.parse(about.series[at]);
    const boot = about.boots[columns.boot.unsigned()];
    const wallStep = columns.wall.signed();
    wall += wallStep;
    mono += columns.mono.signed() + alike(wallStep);
    const word = quality.options[columns.quality.unsigned()];
    const value =
      word === 'ok'
        ? { quality: word, amount: readAmount(about, columns, at, lastMantissa), unit }
        : { quality: word, unit, detail: about.texts[columns.decimals.unsigned()] };
    return reading.parse({
      instrument: about.instrument,
      channel,
      gas: kind,
      time: { wall, mono: mono / 1000, boot },
      value,
    });
  });
}

function readAmount(
  about: Head,
  columns: Record<ColumnName, VarintReader>,
  at: number,
  last: Map<number, number>,
): string | undefined {
  const decimals = columns.decimals.unsigned();
  const number = columns.mantissa.signed();
  if (decimals === AS_TEXT) return about.texts[number];
  const mantissa = (last.get(at) ?? 0) + number;
  last.set(at, mantissa);
  return scaledToAmount({ mantissa, decimals });
}
