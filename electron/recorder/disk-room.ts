import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import path from 'node:path';
import type { EventRecord } from '../../db/record.ts';
import { blobId } from '../../vocabulary/ids.ts';
import type { CareState } from '../ports/care-models.ts';

const LOW_BYTES = 2 * 1024 ** 3;
const FULL_BYTES = 64 * 1024 ** 2;
const HOUR_MS = 3_600_000;

export function canWrite(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Room on the disk of the data folder and, where it runs low, for how many hours of readings at the pace of the last ones. */
export function diskOf(folder: string, record: EventRecord | null): CareState['disk'] {
  try {
    const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : path.dirname(folder));
    const freeBytes = bavail * bsize;
    if (existsSync(folder) && !canWrite(folder)) return { freeBytes, state: 'readOnly', hours: null };
    if (freeBytes < FULL_BYTES) return { freeBytes, state: 'full', hours: null };
    if (freeBytes >= LOW_BYTES) return { freeBytes, state: 'enough', hours: null };
    return { freeBytes, state: 'low', hours: record && hoursOf(blocksOf(record), freeBytes) };
  } catch {
    return { freeBytes: 0, state: 'readOnly', hours: null };
  }
}

interface KeptBlock {
  readonly instrument: string;
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

/** The blocks of readings and of serial bytes made last, with their sizes on the disk. */
const blocksOf = ({ stores, blobs }: EventRecord): readonly KeptBlock[] =>
  stores.readings.latestBlocks().map(({ blob, ...block }) => {
    const source = blobs.open(blobId.parse(blob));
    if (source.ok) source.value.close();
    return { ...block, bytes: source.ok ? source.value.size : 0 };
  });

/** Whole hours until so many bytes are used up, each instrument at its own pace; null where nothing was measured yet. */
export function hoursOf(blocks: readonly KeptBlock[], freeBytes: number): number | null {
  const paces = [...Map.groupBy(blocks, ({ instrument }) => instrument).values()].map((own) => {
    const ms = own.reduce((total, { from, to }) => total + to - from, 0);
    return ms > 0 ? own.reduce((total, { bytes }) => total + bytes, 0) / ms : 0;
  });
  const perHour = paces.reduce((total, pace) => total + pace, 0) * HOUR_MS;
  return perHour > 0 ? Math.floor(freeBytes / perHour) : null;
}
