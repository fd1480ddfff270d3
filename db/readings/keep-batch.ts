import { z } from 'zod';
import { type CaptureLine, type CaptureSource, captureHeader } from '../../vocabulary/capture.ts';
import type { GradeReason } from '../../vocabulary/evidence-grade.ts';
import type { BootId, InstrumentId } from '../../vocabulary/ids.ts';
import { type Reading, reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { WriterPorts } from '../log/own-log.ts';
import type { TailBatch } from '../sqlite/reading-store.ts';
import { noteDoubts } from './doubts.ts';

/** Raw captures are NDJSON of this version. */
const RAW_VERSION = 1;

/** A second's worth of one instrument. Sent again under the same `batch`, it is taken once. */
export interface ReadingBatch extends CaptureSource {
  readonly batch: string;
  readonly instrumentId: InstrumentId;
  /** Names the capture that `raw` is a part of; `boot` is what its monotonic times count from. */
  readonly session: string;
  readonly boot: BootId;
  readonly readings: readonly Reading[];
  readonly raw: readonly CaptureLine[];
  /** Reasons against its readings that only the line knows. */
  readonly doubts?: readonly GradeReason[] | undefined;
  /** Whoever sends it keeps no older one: what came before was answered and needs not be known any more. */
  readonly isOldest?: boolean | undefined;
}

/** What all lines of one raw block share: its head, with the definition of the driver named by its version only. */
export const rawAbout = captureHeader
  .omit({ definition: true })
  .required({ instrument: true, session: true, boot: true });

/** Where the definition of a driver that is data waits for its blocks. */
export const definitionName = ({ driver, driverVersion }: Pick<CaptureSource, 'driver' | 'driverVersion'>): string =>
  `definition ${driver} ${driverVersion}`;

/** Makes a batch durable in one transaction; gives how many readings were kept. Faults: disk_full, io_failed, data_read_only. */
export function keepBatch(
  { stores, clock }: Pick<WriterPorts, 'stores' | 'clock'>,
  batch: ReadingBatch,
): Result<number> {
  const { instrumentId, readings, raw, driver, driverVersion, settings, session, boot, definition } = batch;
  return stores.transaction(() => {
    const known = stores.readings.keptOf(batch.batch);
    if (known !== null) return ok(known);
    stores.readings.putBatch(batch.batch, readings.length, clock.wall());
    if (batch.isOldest) stores.readings.forgetBatchesBefore(batch.batch);
    if (readings.length > 0) {
      const span = spanOf(readings.map(({ time }) => time.wall));
      stores.readings.put(instrumentId, { ...span, count: readings.length, text: JSON.stringify(readings) });
    }
    noteDoubts(stores.local, instrumentId, readings, batch.doubts ?? []);
    if (raw.length === 0) return ok(readings.length);
    if (definition !== undefined) stores.local.put(definitionName(batch), JSON.stringify(definition));
    const head = { v: RAW_VERSION, driver, driverVersion, settings, instrument: instrumentId, session, boot };
    const about = JSON.stringify(head);
    const text = raw.map((line) => JSON.stringify(line)).join('\n');
    stores.readings.putRaw(instrumentId, about, { ...spanOf(raw.map(wallOf)), count: raw.length, text });
    return ok(readings.length);
  });
}

const wallOf = (line: CaptureLine): number => line.wall_ms;

/** First and last instant; a clock may have been set back in between. */
export const spanOf = (walls: readonly number[]): { readonly from: number; readonly to: number } => ({
  from: walls.reduce((least, wall) => Math.min(least, wall)),
  to: walls.reduce((most, wall) => Math.max(most, wall)),
});

const readingList = z.array(reading);

/** The readings of batches in the tail, in the order they came. */
export const readingsIn = (batches: readonly TailBatch[]): Reading[] =>
  batches.flatMap(({ text }) => readingList.parse(JSON.parse(text)));
