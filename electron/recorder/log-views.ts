import type { EventRecord } from '../../db/record.ts';
import { countUnmatched, type InspectionTimes, type LogMatch } from '../../db/stored-log/match-log.ts';
import type { ImportedLog } from '../../drivers/log-import/imported-log.ts';
import { roleAliases } from '../../drivers/log-import/log-aliases.words.ts';
import { plainWord } from '../../drivers/log-import/read-cell.ts';
import {
  blobId,
  type InspectionId,
  type InstrumentId,
  inspectionId,
  instrumentId,
  placeId,
} from '../../vocabulary/ids.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type * as models from '../ports/log-models.ts';
import type { LogDraft } from './log-draft.ts';

const ROWS_SHOWN = 8;
const BAD_SHOWN = 200;
const RUNS_SHOWN = 500;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Everything a person has to see before a file is taken in. */
export function previewOf(record: EventRecord, draft: LogDraft): models.LogPreview {
  const { log } = draft;
  const { reading } = log;
  const metadata = metadataOf(reading.metadata);
  return {
    draft: draft.id,
    name: draft.name,
    bytes: draft.bytes.length,
    file: draft.file,
    encoding: String(reading.encoding),
    format: log.format,
    delimiter: textOrNull(reading.delimiter),
    headerLine: typeof reading.header_line === 'number' ? reading.header_line : null,
    dateOrder: textOrNull(reading.date_order),
    firstLines: [...draft.firstLines],
    columns: log.columns.map((column) => ({ ...column })),
    metadata,
    questions: [...log.questions],
    unknownStates: [...log.unknown_states],
    counts: draft.counts,
    firstTime: log.rows[0]?.time ?? null,
    lastTime: log.rows.at(-1)?.time ?? null,
    timesBack: draft.timesBack,
    sample: log.rows.slice(0, ROWS_SHOWN).map(({ row, time, readings }) => ({
      row,
      time,
      cells: readings.map((one) => ({ ...one })),
    })),
    badRows: log.bad_rows.slice(0, BAD_SHOWN).map((row) => ({ ...row })),
    duplicates: log.duplicates.slice(0, BAD_SHOWN).map((row) => ({ ...row })),
    instrumentId: instrumentNamed(record, log, metadata),
    again: storedFile(record, draft.file),
  };
}

const metadataOf = (metadata: unknown): Record<string, string> =>
  typeof metadata === 'object' && metadata !== null
    ? Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)]))
    : {};

/** The instrument of the register whose serial number stands above the header or in the device column. */
function instrumentNamed(record: EventRecord, log: ImportedLog, metadata: Record<string, string>): InstrumentId | null {
  const above = Object.entries(metadata).filter(([key]) => roleAliases.device.includes(plainWord(key)));
  const serials = new Set([...above.map(([, value]) => value), log.rows[0]?.device ?? ''].map(plainWord));
  const rows = record
    .rows('instruments')
    .filter((row) => row.serialNumber !== '' && serials.has(plainWord(row.serialNumber)));
  const [only, ...more] = rows;
  return only && more.length === 0 ? instrumentId.parse(only.instrument) : null;
}

/** A file of the record by its hash; null where these bytes were never imported. */
export function storedFile(record: EventRecord, file: string): models.StoredFileRow | null {
  const [row] = record.rows('stored_files', { file });
  return row ? storedFileOf(row) : null;
}

export const storedFileOf = (row: ReturnType<typeof readFiles>[number]): models.StoredFileRow => ({
  file: blobId.parse(row.file),
  name: row.name,
  bytes: row.bytes,
  instrumentId: instrumentId.parse(row.instrument),
  inspectionId: row.inspection === null ? null : inspectionId.parse(row.inspection),
  importedAt: epochMs.parse(row.wall),
  offsetMs: row.clock?.offsetMs ?? null,
  how: row.clock?.how ?? null,
  counts: row.counts,
  from: epochMs.parse(row.from),
  to: epochMs.parse(row.to),
});

export const readFiles = (record: EventRecord) => record.rows('stored_files');

/** When an inspection was and where its inspector stood; null where the record holds none of that id. */
export function timesOf(record: EventRecord, inspection: InspectionId, now: EpochMs): InspectionTimes | null {
  const [opened] = record.rows('inspections', { inspection });
  if (!opened) return null;
  const signed = record.rows('signoffs', { inspection }).map(({ at }) => at);
  const places = record
    .rows('places', { inspection })
    .filter((row) => !row.removed)
    .toSorted((a, b) => a.from - b.from)
    .map((row) => ({ placeId: placeId.parse(row.placeId), from: row.from }));
  return { inspection, from: opened.at ?? opened.wall, to: signed.length > 0 ? Math.max(...signed) : now, places };
}

export function matchView(record: EventRecord, match: LogMatch, offsetMs: number | null): models.LogMatch {
  const names = new Map(
    record.rows('places', { inspection: match.inspection }).map((row) => [row.placeId, row.name] as const),
  );
  return {
    inspectionId: match.inspection,
    offsetMs,
    matched: match.matched,
    places: match.places.map(({ placeId: place, rows, gases }) => ({
      placeId: place,
      name: names.get(place) ?? '',
      rows,
      gases: gases.map((one) => ({ ...one })),
    })),
    unmatchedRows: countUnmatched(match, ['before', 'after', 'no_place', 'bad_time', 'bad_row']),
    unmatched: match.unmatched.slice(0, RUNS_SHOWN).map((run) => ({ ...run })),
  };
}

/** What of a match stands in the event: places and numbers; the rest follows from the file. */
export const matchBody = (match: LogMatch) => ({
  inspection: match.inspection,
  places: match.places.map(({ placeId: place, rows }) => ({ placeId: place, rows })),
  before: countUnmatched(match, ['before']),
  after: countUnmatched(match, ['after']),
  noPlace: countUnmatched(match, ['no_place']),
  badTime: countUnmatched(match, ['bad_time', 'bad_row']),
});
