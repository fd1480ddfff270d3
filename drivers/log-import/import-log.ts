import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { decodeText } from './decode-text.ts';
import { importIntervalReport, isIntervalReport } from './import-interval-report.ts';
import { importRecords, isRecordLog } from './import-records.ts';
import { findTable, importTable } from './import-table.ts';
import type { ImportedLog } from './imported-log.ts';
import { type LogSettings, readLogSettings } from './log-settings.ts';

/**
 * Reads the stored log of an instrument (p6 and the rules for files): the bytes as text, then as one of the documented
 * formats or a table. Nothing is converted, and nothing that was not confirmed becomes a number. Faults: log_not_text,
 * log_unknown_format, bad_setting.
 */
export function importLog(
  bytes: Uint8Array,
  rawSettings: Readonly<Record<string, string | number>>,
): Result<ImportedLog> {
  const settings = readLogSettings(rawSettings);
  if (!settings.ok) return settings;
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const lines = text.split(/\r\n?|\n/);
  const log = readAs(text, lines, settings.value);
  if (log === null) return fail({ code: 'log_unknown_format', first_lines: lines.slice(0, 3) });
  return ok({ ...log, reading: { encoding, ...log.reading } });
}

/** By what the first lines look like; null where nothing fits. */
function readAs(text: string, lines: readonly string[], settings: LogSettings): ImportedLog | null {
  if (isIntervalReport(lines)) return importIntervalReport(lines, settings);
  if (isRecordLog(lines)) return importRecords(lines, settings);
  const table = findTable(text);
  return table === null ? null : importTable(table, settings);
}
