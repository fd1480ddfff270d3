import type { EventRecord } from '../../db/record.ts';
import { authorsOf } from '../../db/replay/inspection-scope.ts';
import type { ReportReadings } from '../../reports/inspection-report.ts';
import { gapCauseWords, readGapMark } from '../../vocabulary/gap-cause.ts';
import { blobId, type InstrumentId, instrumentId } from '../../vocabulary/ids.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import { channelsOf, LINE, type storedMarks, type UsedChannel } from './report-instruments.ts';

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
  const files = new Map(record.rows('stored_files').map((row) => [row.source, row] as const));
  const readings = channelsIn(record, inspection, from, to).flatMap(({ instrument, channel }) => {
    const { found } = record.readings.read({ instrument, channel, from, to });
    const bySource = Map.groupBy(found, ({ time }) => (files.has(time.boot) ? time.boot : LINE));
    return [...bySource].flatMap(([source, all]) => {
      const file = files.get(source) ?? null;
      // What an instrument stored is of this inspection only where a person has matched it with it.
      if (file !== null && file.inspection !== inspection) return [];
      used.push(...channelsOf(all.slice(0, 1)));
      const { reasons } = marksOf(instrument, channel, source);
      return [...Map.groupBy(all, (one) => placeAt(one.time.wall))].map(([place, measured]) => ({
        ...summaryOf(instrumentName(record, instrument), placeName(place), channel, measured),
        source: file && { name: file.name, file: blobId.parse(file.file), offsetMs: file.clock?.offsetMs ?? null },
        // A cell that says nothing is no gap of the line.
        ...(file !== null && { gaps: [] }),
        notEvidence: reasons,
      }));
    });
  });
  return { readings, used };
}

/** Every channel that the inspection's own people heard in the time, on whatever machine, and those of the files matched with it. */
function channelsIn(record: EventRecord, inspection: string, from: EpochMs, to: EpochMs) {
  const authors = authorsOf(record, inspection);
  const heard = record
    .rows('reading_blocks')
    .filter(({ owner, author }) => owner === inspection || authors.has(author));
  const pairs = [...heard, ...record.rows('stored_files', { inspection })]
    .filter((block) => block.from <= to && block.to >= from)
    .flatMap((block) =>
      block.channels.map((channel) => ({ instrument: instrumentId.parse(block.instrument), channel })),
    );
  return [...new Map(pairs.map((pair) => [`${pair.instrument} ${pair.channel}`, pair])).values()];
}

export function instrumentName(record: EventRecord, instrument: InstrumentId): string {
  const [row] = record.rows('instruments', { instrument });
  return row ? `${row.model} ${row.serialNumber}`.trim() : instrument.slice(0, 8);
}

function summaryOf(
  instrument: string,
  place: string | null,
  channel: string,
  readings: readonly Reading[],
): Omit<ReportReadings, 'notEvidence' | 'source'> {
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

/** A gap begins with a reading that says `missing` and ends with its second mark, or with the next reading. */
function gapsIn(readings: readonly Reading[]): ReportReadings['gaps'] {
  return readings.flatMap(({ time, value }, at) => {
    if (value.quality !== 'missing') return [];
    const mark = readGapMark(value.detail);
    if (mark?.edge === 'end') return [];
    const to = readings[at + 1]?.time.wall ?? time.wall;
    return [{ from: time.wall, to: epochMs.parse(to), cause: mark ? gapCauseWords[mark.cause].zh : value.detail }];
  });
}
