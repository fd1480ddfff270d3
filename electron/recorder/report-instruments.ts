import { readInstrumentFile } from '../../db/readings/instrument-file.ts';
import type { EventRecord } from '../../db/record.ts';
import type { ReportInstrument } from '../../reports/inspection-report.ts';
import { gradeInstrument } from '../../rules/instrument/grade-instrument.ts';
import { type GradeReason, gradeOf } from '../../vocabulary/evidence-grade.ts';
import type { Gas } from '../../vocabulary/gas.ts';
import type { Reading } from '../../vocabulary/reading.ts';
import type { EpochMs, IsoDate } from '../../vocabulary/time.ts';

/** What the stored marks say of one channel: how many of its readings, and why. */
export interface StoredMarks {
  readonly count: number;
  readonly notEvidence: number;
  readonly reasons: readonly GradeReason[];
}

/** Readings heard over the line, as apart from those of a stored file. */
export const LINE = 'line';

/**
 * The marks in the blocks of the time and in the stored files of the inspection, per instrument and channel, of every source or of one.
 * They were made when the readings were stored.
 */
export function storedMarks(
  record: EventRecord,
  inspection: string,
  from: EpochMs,
  to: EpochMs,
): (instrument: string, channel: string, source?: string) => StoredMarks {
  const isThen = (block: { readonly from: number; readonly to: number }) => block.from <= to && block.to >= from;
  const ofLine = record
    .rows('reading_blocks')
    .filter(isThen)
    .flatMap(({ instrument, grades }) => (grades ?? []).map((mark) => ({ instrument, source: LINE, ...mark })));
  const ofFiles = record
    .rows('stored_files', { inspection })
    .filter(isThen)
    .flatMap(({ instrument, source, grades }) => grades.map((mark) => ({ instrument, source, ...mark })));
  const byChannel = Map.groupBy([...ofLine, ...ofFiles], ({ instrument, channel }) => `${instrument} ${channel}`);
  return (instrument, channel, source) => {
    const all = byChannel.get(`${instrument} ${channel}`) ?? [];
    const own = source === undefined ? all : all.filter((mark) => mark.source === source);
    const bad = own.filter(({ grade }) => grade === 'notEvidence');
    const total = (list: typeof own) => list.reduce((sum, { count }) => sum + count, 0);
    return {
      count: total(own),
      notEvidence: total(bad),
      reasons: gradeOf(bad.flatMap(({ reasons }) => reasons)).reasons,
    };
  };
}

export interface UsedChannel {
  readonly instrument: string;
  readonly channel: string;
  readonly gas: Gas;
}

/** Channels of readings that were kept as evidence: their instrument is printed even where nothing else of it was. */
export const channelsOf = (readings: readonly Reading[]): UsedChannel[] =>
  readings.map(({ instrument, channel, gas }) => ({ instrument, channel, gas }));

/** Every instrument used, with its papers on the day of the inspection and what its stored readings are worth. */
export function reportInstruments(
  record: EventRecord,
  used: readonly UsedChannel[],
  date: IsoDate,
  marksOf: ReturnType<typeof storedMarks>,
): ReportInstrument[] {
  return [...Map.groupBy(used, ({ instrument }) => instrument)].map(([instrument, uses]) => {
    const [row] = record.rows('instruments', { instrument });
    const file = readInstrumentFile(record.stores, instrument);
    const channels = [...new Map(uses.map((use) => [use.channel, use])).values()];
    return {
      name: row ? `${row.model} ${row.serialNumber}`.trim() : instrument.slice(0, 8),
      principle: row?.principle ?? null,
      channels: channels.map(({ channel, gas }) => {
        const { certificate, calibration, error } = gradeInstrument(file, gas, date);
        return { channel, gas, certificate, calibration, error, marks: marksOf(instrument, channel) };
      }),
    };
  });
}
