import { zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import { gasUnit } from '../../vocabulary/quantity.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { VarintReader } from './varint.ts';

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

export const MAGIC = new TextEncoder().encode('JXB1');
export const AS_TEXT = 16;
const DAY_MS = 86_400_000;
/** A block is at most 64 MB unpacked: more is not a block of ours. */
const MAX_UNPACKED = 64 * 1024 * 1024;
/** Most blocks are unpacked in one go. */
const CHUNK_BYTES = 64 * 1024;

export const columnNames = ['series', 'boot', 'wall', 'mono', 'quality', 'decimals', 'mantissa'] as const;
export type ColumnName = (typeof columnNames)[number];

const blockHead = z.strictObject({
  instrument: instrumentId,
  count: z.int().nonnegative(),
  series: z.array(z.strictObject({ channel: z.string().min(1), gas, unit: gasUnit.nullable() })),
  boots: z.array(bootId),
  texts: z.array(z.string()),
});
export type BlockHead = z.infer<typeof blockHead>;

/** How far the monotonic clock runs while the wall clock makes a step, in microseconds, as long as nobody sets the wall clock. */
export const alike = (wallStep: number): number => (Math.abs(wallStep) < DAY_MS ? wallStep * 1000 : 0);

/** What is inside a block, unpacked. */
export const blockContent = (bytes: Uint8Array): Buffer =>
  zstdDecompressSync(bytes.subarray(MAGIC.length), { maxOutputLength: MAX_UNPACKED, chunkSize: CHUNK_BYTES });

export interface BlockColumns {
  readonly about: BlockHead;
  readonly columns: Readonly<Record<ColumnName, VarintReader>>;
}

/** Opens a block and reads it; whatever does not fit is `block_unreadable`. */
export function readBlockColumns<T>(bytes: Uint8Array, read: (block: BlockColumns) => T): Result<T> {
  try {
    if (!MAGIC.every((byte, index) => bytes[index] === byte))
      return fail({ code: 'block_unreadable', detail: 'magic' });
    const reader = new VarintReader(blockContent(bytes));
    const about = blockHead.parse(JSON.parse(new TextDecoder().decode(reader.take(reader.unsigned()))));
    const next = () => new VarintReader(reader.take(reader.unsigned()));
    const [series, boot, wall, mono, quality, decimals, mantissa] = [
      next(),
      next(),
      next(),
      next(),
      next(),
      next(),
      next(),
    ];
    return ok(read({ about, columns: { series, boot, wall, mono, quality, decimals, mantissa } }));
  } catch (error) {
    return fail({ code: 'block_unreadable', detail: error instanceof Error ? error.message : String(error) });
  }
}
