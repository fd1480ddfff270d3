import type { ImportedRow } from '../../drivers/log-import/imported-log.ts';
import { type BlobId, bootId, type InstrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { type EpochMs, epochMs, monoMs } from '../../vocabulary/time.ts';

/** Samples of one row of a file are a microsecond apart on the row's number. */
const SAMPLE_STEP = 0.001;

/** First half of a file's hash: it stands where a reading of the line has the boot of the machine that heard it. */
export const sourceOf = (file: BlobId): string => file.slice(0, 32);

/** When a row was measured by our clock. `offsetMs` is what the instrument shows minus what we show. */
export const instantOf = ({ time }: ImportedRow, offsetMs: number): EpochMs =>
  epochMs.parse(Date.parse(time) - offsetMs);

/** Makes the readings of rows, one row after the other. */
export function rowToReadings(instrument: InstrumentId, file: BlobId, offsetMs: number) {
  const boot = bootId.parse(sourceOf(file));
  let row = 0;
  let sample = 0;
  return (imported: ImportedRow): Reading[] => {
    sample = imported.row === row ? sample + 1 : 0;
    row = imported.row;
    const time = { wall: instantOf(imported, offsetMs), mono: monoMs.parse(row + sample * SAMPLE_STEP), boot };
    const seen = new Map<string, number>();
    return imported.readings.map(({ gas, value }) => {
      const nth = (seen.get(gas) ?? 0) + 1;
      seen.set(gas, nth);
      const channel = nth === 1 ? gas.toLowerCase() : `${gas.toLowerCase()}${nth}`;
      return { instrument, channel, gas, time, value };
    });
  };
}
