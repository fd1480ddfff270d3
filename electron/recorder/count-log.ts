import type { ImportedLog, ImportedRow } from '../../drivers/log-import/imported-log.ts';
import { forEach, type Steps } from '../../drivers/log-import/steps.ts';
import type { LogCounts } from '../ports/log-models.ts';

export interface LogSums {
  readonly counts: LogCounts;
  /** Rows whose time stands still or goes back. */
  readonly timesBack: number;
}

/** What is in a log that was read. */
export function* countLog({ rows, bad_rows, duplicates, format }: ImportedLog): Steps<LogSums> {
  let readings = 0;
  let missing = 0;
  let invalid = 0;
  let timesBack = 0;
  let lines = 0;
  let last = 0;
  const look = ({ row, flags, readings: cells }: ImportedRow): void => {
    readings += cells.length;
    for (const { value } of cells) {
      missing += Number(value.quality === 'missing');
      invalid += Number(value.quality === 'invalid');
    }
    timesBack += Number(flags !== undefined);
    // Samples of one line of an interval report are rows of their own in what is imported.
    lines += Number(format !== 'interval_report' || row !== last);
    last = row;
  };
  yield* forEach(rows, look);
  const counts = {
    rows: lines + bad_rows.length + duplicates.length,
    imported: rows.length,
    readings,
    missing,
    invalid,
    duplicates: duplicates.length,
    bad: bad_rows.length,
  };
  return { counts, timesBack };
}
