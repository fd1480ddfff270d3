import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { decodeText } from './decode-text.ts';
import { findTable } from './find-table.ts';
import { importIntervalReport, isIntervalReport } from './import-interval-report.ts';
import { importRecords, isRecordLog } from './import-records.ts';
import { importTable } from './import-table.ts';
import type { ImportedLog } from './imported-log.ts';
import { type LogSettings, readLogSettings } from './log-settings.ts';
import { drain, part, type Steps } from './steps.ts';

type RawSettings = Readonly<Record<string, string | number>>;

/** Larger than the log of any detector: at one row a second this is most of a month. */
export const MOST_LOG_BYTES = 64 * 1024 * 1024;
const LINES_LOOKED_AT = 30;
const LETTERS_LOOKED_AT = 64 * 1024;

/**
 * Reads the stored log of an instrument (p6 and the rules for files): the bytes as text, then as one of the documented
 * formats or a table. Nothing is converted, and nothing that was not confirmed becomes a number. Faults: log_not_text,
 * log_unknown_format, log_too_large, bad_setting.
 */
export const importLog = (bytes: Uint8Array, settings: RawSettings): Result<ImportedLog> =>
  drain(importLogSteps(bytes, settings));

/** The same in steps of a few milliseconds. */
export function* importLogSteps(bytes: Uint8Array, rawSettings: RawSettings): Steps<Result<ImportedLog>> {
  const settings = readLogSettings(rawSettings);
  if (!settings.ok) return settings;
  if (bytes.length > MOST_LOG_BYTES) return fail({ code: 'log_too_large', bytes: bytes.length, most: MOST_LOG_BYTES });
  const decoded = yield* part(decodeText(bytes), 0, 0.1);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const log = yield* part(readAs(text, settings.value), 0.1, 1);
  if (log === null) return fail({ code: 'log_unknown_format', first_lines: firstLines(text).slice(0, 3) });
  return ok({ ...log, reading: { encoding, ...log.reading } });
}

/** The first lines as they stand, for the eye of a person and for the choice of the format. */
export const firstLines = (text: string): readonly string[] =>
  text
    .slice(0, LETTERS_LOOKED_AT)
    .split(/\r\n?|\n/)
    .slice(0, LINES_LOOKED_AT);

/** By what the first lines look like; null where nothing fits. */
function* readAs(text: string, settings: LogSettings): Steps<ImportedLog | null> {
  const first = firstLines(text);
  if (isIntervalReport(first)) return yield* importIntervalReport(text, settings);
  if (isRecordLog(first)) return yield* importRecords(text, settings);
  const head = findTable(text);
  return head === null ? null : yield* importTable(text, head, settings);
}
