import type { Fault } from '../../vocabulary/fault.ts';
import { type BlobId, blobId, type InstrumentId } from '../../vocabulary/ids.ts';
import { type Reading, reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { decodeBlock } from './block.ts';
import { MINUTE_MS, type MinuteSummary, minutesOf } from './minutes.ts';

export interface ReadingPorts {
  readonly stores: Stores;
  readonly blobStore: BlobStore;
}

/** One channel over a time, `to` not included. */
export interface ReadingSpan {
  readonly instrument: InstrumentId;
  readonly channel: string;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** A block whose bytes are gone or do not fit its hash: it is named, and all others read. */
export interface DamagedBlock {
  readonly blob: BlobId;
  readonly fault: Fault;
}

export interface ReadingsFound<T> {
  readonly found: readonly T[];
  readonly damaged: readonly DamagedBlock[];
}

/** The readings of a span in the order of time, from blocks of any machine and from the own tail. */
export function readReadings(ports: ReadingPorts, span: ReadingSpan): ReadingsFound<Reading> {
  const damaged: DamagedBlock[] = [];
  const found: Reading[] = [];
  for (const blob of blocksOf(ports, span)) {
    const block = readBlock(ports, blob);
    if (block.ok) found.push(...block.value.filter((one) => isIn(one, span)));
    else damaged.push({ blob, fault: block.fault });
  }
  return { found: [...found, ...tailOf(ports, span)].sort((a, b) => a.time.wall - b.time.wall), damaged };
}

/** Summaries per minute; those of blocks that came from other machines are made at the first question. */
export function readMinutes(ports: ReadingPorts, asked: ReadingSpan): ReadingsFound<MinuteSummary> {
  const span = { ...asked, from: epochMs.parse(asked.from - (asked.from % MINUTE_MS)) };
  const blobs = blocksOf(ports, span);
  const damaged = blobs.flatMap((blob) => summarize(ports, span.instrument, blob));
  const minutes = ports.stores.readings.minutes(span.instrument, span.channel, span.from, span.to, blobs);
  const grouped = Map.groupBy([...minutes, ...minutesOf(tailOf(ports, span))], (one) => one.minute);
  const found = [...grouped.values()].map((parts) => parts.reduce(joinParts));
  return { found: found.sort((a, b) => a.minute - b.minute), damaged };
}

const isIn = (one: Reading, { channel, from, to }: ReadingSpan): boolean =>
  one.channel === channel && one.time.wall >= from && one.time.wall < to;

/** Blocks of the line and of stored files; a file that was matched anew names the blocks of its last matching only. */
function blocksOf({ stores }: ReadingPorts, { instrument, channel, from, to }: ReadingSpan): BlobId[] {
  const files = stores.rows('stored_files', { instrument });
  const stored = files.flatMap(({ blocks, channels }) => blocks.map((block) => ({ ...block, channels })));
  const rows = [...stores.rows('reading_blocks', { instrument }), ...stored];
  const hits = rows.filter((row) => row.from < to && row.to >= from && row.channels.includes(channel));
  return [...new Set(hits.map((row) => blobId.parse(row.blob)))];
}

function readBlock({ blobStore }: ReadingPorts, blob: BlobId): Result<readonly Reading[]> {
  const bytes = blobStore.get(blob);
  return bytes.ok ? decodeBlock(bytes.value) : bytes;
}

const tailOf = ({ stores }: ReadingPorts, { instrument, channel, from, to }: ReadingSpan): Reading[] =>
  stores.readings.tailIn(instrument, channel, from, to).map((row) => reading.parse(JSON.parse(row.text)));

function summarize(ports: ReadingPorts, instrument: InstrumentId, blob: BlobId): DamagedBlock[] {
  const { stores } = ports;
  if (stores.readings.isSummarized(blob)) return [];
  const block = readBlock(ports, blob);
  if (!block.ok) return [{ blob, fault: block.fault }];
  const readings = block.value;
  const kept = stores.transaction(() => {
    stores.readings.putMinutes(instrument, blob, minutesOf(readings));
    return ok(null);
  });
  return kept.ok ? [] : [{ blob, fault: kept.fault }];
}

/** Two parts of one minute, cut where one block ended. */
function joinParts(a: MinuteSummary, b: MinuteSummary): MinuteSummary {
  const count = a.count + b.count;
  const total = (a.mean ?? 0) * a.count + (b.mean ?? 0) * b.count;
  const least = [a.min, b.min].filter((value) => value !== null);
  const most = [a.max, b.max].filter((value) => value !== null);
  return {
    channel: a.channel,
    minute: a.minute,
    min: least.length > 0 ? Math.min(...least) : null,
    max: most.length > 0 ? Math.max(...most) : null,
    mean: count > 0 ? total / count : null,
    count,
    others: a.others + b.others,
    over: a.over + b.over,
  };
}
