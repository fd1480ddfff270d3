import type { InstrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { WriterPorts } from '../log/own-log.ts';

/** One chunk of serial bytes with its times, as it stands in a raw capture. */
export interface RawChunk {
  readonly wall_ms: number;
  readonly mono_first_ms: number;
  readonly mono_last_ms: number;
  readonly dir: 'rx' | 'tx';
  readonly hex: string;
}

/** What decodes the raw bytes again. */
export interface RawSource {
  readonly driver: string;
  readonly driverVersion: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

/** A second's worth of one instrument. Sent again under the same `batch`, it is taken once. */
export interface ReadingBatch extends RawSource {
  readonly batch: string;
  readonly instrumentId: InstrumentId;
  readonly readings: readonly Reading[];
  readonly raw: readonly RawChunk[];
}

/** Makes a batch durable in one transaction; gives how many readings were kept. Faults: disk_full, io_failed, data_read_only. */
export function keepBatch(
  { stores, clock }: Pick<WriterPorts, 'stores' | 'clock'>,
  batch: ReadingBatch,
): Result<number> {
  const { instrumentId, readings, raw, driver, driverVersion, settings } = batch;
  return stores.transaction(() => {
    const known = stores.readings.keptOf(batch.batch);
    if (known !== null) return ok(known);
    stores.readings.putBatch(batch.batch, readings.length, clock.wall());
    for (const one of readings) stores.readings.put(instrumentId, one.channel, one.time.wall, JSON.stringify(one));
    const about = JSON.stringify({ driver, driverVersion, settings });
    for (const chunk of raw) stores.readings.putRaw(instrumentId, about, chunk.wall_ms, JSON.stringify(chunk));
    return ok(readings.length);
  });
}
