import type { Fault } from '../../vocabulary/fault.ts';
import { type BlobId, blobId, type InstrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { Stores } from '../sqlite/stores.ts';
import { decodeBlock } from './block.ts';
import { readingsIn } from './keep-batch.ts';
import { MINUTE_MS, type MinuteSummary, minutesOf, minutesOfBlock } from './minutes.ts';

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
  const damaged = summarize(ports, blobs);
  const inBlocks = ports.stores.readings.minutes(span.channel, blobs);
  const found = new Map<number, MinuteSummary>();
  for (const one of [...inBlocks, ...minutesOf(tailOf(ports, span))]) {
    if (one.minute < span.from || one.minute >= span.to) continue;
    const part = found.get(one.minute);
    found.set(one.minute, part ? joinParts(part, one) : one);
  }
  return { found: [...found.values()].sort((a, b) => a.minute - b.minute), damaged };
}

const isIn = (one: Reading, { channel, from, to }: ReadingSpan): boolean =>
  one.channel === channel && one.time.wall >= from && one.time.wall < to;

function blocksOf({ stores }: ReadingPorts, { instrument, channel, from, to }: ReadingSpan): BlobId[] {
  return stores.readings.blocks(instrument, channel, from, to).map((blob) => blobId.parse(blob));
}

function readBlock({ blobStore }: ReadingPorts, blob: BlobId): Result<readonly Reading[]> {
  const bytes = blobStore.get(blob);
  return bytes.ok ? decodeBlock(bytes.value) : bytes;
}

const tailOf = ({ stores }: ReadingPorts, span: ReadingSpan): Reading[] =>
  readingsIn(stores.readings.tailIn(span.instrument, span.from, span.to)).filter((one) => isIn(one, span));

/** Makes the minutes that are not kept yet, in one transaction. */
function summarize({ stores, blobStore }: ReadingPorts, blobs: readonly BlobId[]): DamagedBlock[] {
  const fresh = blobs.filter((blob) => !stores.readings.isSummarized(blob));
  if (fresh.length === 0) return [];
  const damaged: DamagedBlock[] = [];
  const kept = stores.transaction(() => {
    for (const blob of fresh) {
      const bytes = blobStore.get(blob);
      const minutes = bytes.ok ? minutesOfBlock(bytes.value) : bytes;
      if (minutes.ok) stores.readings.putMinutes(blob, minutes.value);
      else damaged.push({ blob, fault: minutes.fault });
    }
    return ok(null);
  });
  return kept.ok ? damaged : fresh.map((blob) => ({ blob, fault: kept.fault }));
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
