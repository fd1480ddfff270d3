import type { EventRecord } from '../../db/record.ts';
import type { ReportReadings } from '../../reports/inspection-report.ts';
import { type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import { channelsOf, type storedMarks, type UsedChannel } from './report-instruments.ts';

/** Readings that are no measurement, and not over-range, which is counted for itself. */
const isOther = ({ value }: Reading): boolean => value.quality !== 'ok' && value.quality !== 'over_range';

/** What every channel measured during an inspection, at each place where the inspector stood. */
export function reportReadings(
  record: EventRecord,
  inspection: string,
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
  placeName: (id: string | null) => string | null,
  marksOf: ReturnType<typeof storedMarks>,
): { readonly readings: ReportReadings[]; readonly used: UsedChannel[] } {
  const intervals = record
    .rows('places', { inspection })
    .filter((row) => !row.removed)
    .toSorted((a, b) => a.from - b.from);
  const placeAt = (wall: number) => intervals.findLast((row) => row.from <= wall)?.placeId ?? null;
  const used: UsedChannel[] = [];
  const readings = channelsIn(record, from, to).flatMap(({ instrument, channel }) => {
    const { found } = record.readings.read({ instrument, channel, from, to });
    const byPlace = Map.groupBy(found, (one) => placeAt(one.time.wall));
    used.push(...channelsOf(found.slice(0, 1)));
    const { reasons } = marksOf(instrument, channel);
    return [...byPlace].map(([place, measured]) => ({
      ...summaryOf(instrumentName(record, instrument), placeName(place), channel, measured),
      notEvidence: reasons,
    }));
  });
  return { readings, used };
}

/** Every channel with a block in the time, of this machine or of another. */
function channelsIn(record: EventRecord, from: EpochMs, to: EpochMs) {
  const pairs = record
    .rows('reading_blocks')
    .filter((block) => block.from <= to && block.to >= from)
    .flatMap((block) =>
      block.channels.map((channel) => ({ instrument: instrumentId.parse(block.instrument), channel })),
    );
  return [...new Map(pairs.map((pair) => [`${pair.instrument} ${pair.channel}`, pair])).values()];
}

function instrumentName(record: EventRecord, instrument: InstrumentId): string {
  const [row] = record.rows('instruments', { instrument });
  return row ? `${row.model} ${row.serialNumber}`.trim() : instrument.slice(0, 8);
}

function summaryOf(
  instrument: string,
  place: string | null,
  channel: string,
  readings: readonly Reading[],
): Omit<ReportReadings, 'notEvidence'> {
  const measured = readings.flatMap(({ value }) => (value.quality === 'ok' ? [value] : []));
  const sorted = measured.toSorted((a, b) => Number(a.amount) - Number(b.amount));
  return {
    instrument,
    channel,
    gas: readings[0]?.gas ?? 'unknown',
    place,
    unit: measured[0]?.unit ?? null,
    count: readings.length,
    min: sorted.at(0)?.amount ?? null,
    max: sorted.at(-1)?.amount ?? null,
    overRange: readings.filter(({ value }) => value.quality === 'over_range').length,
    notMeasured: readings.filter(isOther).length,
    gaps: gapsIn(readings),
  };
}

/** A gap begins with a reading that says `missing` and ends with the next one. */
function gapsIn(readings: readonly Reading[]): ReportReadings['gaps'] {
  return readings.flatMap(({ time, value }, at) => {
    if (value.quality !== 'missing') return [];
    return [{ from: time.wall, to: epochMs.parse(readings[at + 1]?.time.wall ?? time.wall), cause: value.detail }];
  });
}
