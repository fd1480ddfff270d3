import { z } from 'zod';
import { gas } from '../../vocabulary/gas.ts';
import { blobId, entityId, inspectionId, instrumentId, placeId } from '../../vocabulary/ids.ts';
import { decimalString, gasUnit } from '../../vocabulary/quantity.ts';
import { reading, readingValue } from '../../vocabulary/reading.ts';
import { epochMs } from '../../vocabulary/time.ts';

/** What a person says of a file; the keys of `import-log --set`. */
export const logSettings = z.record(z.string(), z.union([z.string(), z.number()]));
export type LogSettings = z.infer<typeof logSettings>;

/** What only a person can say of a file. Nothing of it is guessed. */
export const logQuestion = z.enum([
  'zone',
  'percent',
  'unit',
  'gas',
  'comb',
  'comb_percent',
  'date_order',
  'excel_dates',
  'decimal',
  'interval',
  'state_over_range',
]);

const logCounts = z.strictObject({
  /** Rows below the header. */
  rows: z.int(),
  imported: z.int(),
  readings: z.int(),
  missing: z.int(),
  invalid: z.int(),
  duplicates: z.int(),
  bad: z.int(),
});
export type LogCounts = z.infer<typeof logCounts>;

const badRow = z.strictObject({ row: z.int(), reason: z.string(), raw: z.string() });

/** A file that was imported, as the record holds it. */
export const storedFileRow = z.strictObject({
  file: blobId,
  name: z.string(),
  bytes: z.int(),
  instrumentId,
  inspectionId: inspectionId.nullable(),
  importedAt: epochMs,
  offsetMs: z.int().nullable(),
  how: z.enum(['photo', 'typed', 'wire']).nullable(),
  counts: logCounts,
  from: epochMs,
  to: epochMs,
});
export type StoredFileRow = z.infer<typeof storedFileRow>;

/** A file as it was read, before anything is kept. */
export const logPreview = z.strictObject({
  draft: entityId,
  name: z.string(),
  bytes: z.int(),
  file: blobId,
  encoding: z.string(),
  format: z.enum(['table', 'interval_report', 'records']),
  delimiter: z.string().nullable(),
  headerLine: z.int().nullable(),
  dateOrder: z.string().nullable(),
  firstLines: z.array(z.string()),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      role: z.string().nullable(),
      gas: gas.nullable(),
      unit: z.union([gasUnit, z.literal('%')]).nullable(),
    }),
  ),
  metadata: z.record(z.string(), z.string()),
  questions: z.array(logQuestion),
  unknownStates: z.array(z.string()),
  counts: logCounts,
  firstTime: z.string().nullable(),
  lastTime: z.string().nullable(),
  timesBack: z.int(),
  sample: z.array(
    z.strictObject({
      row: z.int(),
      time: z.string(),
      cells: z.array(z.strictObject({ gas, value: readingValue, raw: z.string() })),
    }),
  ),
  badRows: z.array(badRow),
  duplicates: z.array(z.strictObject({ row: z.int(), of: z.int() })),
  /** The instrument whose serial number stands in the file. */
  instrumentId: instrumentId.nullable(),
  /** The same bytes are in the record already. */
  again: storedFileRow.nullable(),
});
export type LogPreview = z.infer<typeof logPreview>;

/** One measurement of an instrument's clock. `offsetMs`: what it shows minus what we show. */
export const clockRow = z.strictObject({
  measurement: entityId,
  instrumentId,
  at: epochMs,
  shown: z.string(),
  zone: z.string(),
  offsetMs: z.int(),
  how: z.enum(['photo', 'typed', 'wire']),
  photo: blobId.nullable(),
});
export type ClockRow = z.infer<typeof clockRow>;

export const unmatchedReason = z.enum(['before', 'after', 'no_place', 'bad_time', 'bad_row']);

/** Where the rows of a log were measured, by the time of our clock. */
export const logMatch = z.strictObject({
  inspectionId,
  offsetMs: z.int().nullable(),
  matched: z.int(),
  places: z.array(
    z.strictObject({
      placeId,
      name: z.string(),
      rows: z.int(),
      gases: z.array(
        z.strictObject({
          gas,
          unit: gasUnit.nullable(),
          count: z.int(),
          min: decimalString.nullable(),
          max: decimalString.nullable(),
          overRange: z.int(),
          notMeasured: z.int(),
        }),
      ),
    }),
  ),
  unmatchedRows: z.int(),
  /** Runs of rows; at most the first 500. */
  unmatched: z.array(
    z.strictObject({
      reason: unmatchedReason,
      fromRow: z.int(),
      toRow: z.int(),
      rows: z.int(),
      from: epochMs.nullable(),
      to: epochMs.nullable(),
    }),
  ),
});
export type LogMatch = z.infer<typeof logMatch>;

export const logChoice = {
  instrumentId,
  /** Null: kept without a match. */
  inspectionId: inspectionId.nullable(),
  /** Null: nobody has measured the clock; the readings are then no evidence. */
  measurement: entityId.nullable(),
};

export const logImported = z.strictObject({
  /** True: the bytes were in the record, nothing was added. */
  again: z.boolean(),
  row: storedFileRow,
  match: logMatch.nullable(),
});
export type LogImported = z.infer<typeof logImported>;

/** What a new offset or another inspection changed. */
export const logRematched = z.strictObject({
  row: storedFileRow,
  before: logMatch.nullable(),
  after: logMatch.nullable(),
  /** Rows that are now in another place, or in one or none for the first time. */
  moved: z.int(),
});
export type LogRematched = z.infer<typeof logRematched>;

/** The readings of stored files at a place that a person would hold against a limit: of each gas the gravest. */
export const logExtremes = z.array(
  z.strictObject({ file: blobId, name: z.string(), offsetMs: z.int().nullable(), readings: z.array(reading) }),
);

/** Events an instrument stored, read over its line. */
export const storedEventsRow = z.strictObject({
  source: z.string(),
  instrumentId,
  readAt: epochMs,
  clockValid: z.boolean(),
  lost: z.int(),
  events: z.array(
    z.strictObject({
      log: z.string(),
      index: z.int(),
      deviceClock: z.string().nullable(),
      runningSeconds: z.number(),
      code: z.int(),
      rawHex: z.string(),
    }),
  ),
});
export type StoredEventsRow = z.infer<typeof storedEventsRow>;
