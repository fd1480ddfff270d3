import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { plainValue } from '../../../drivers/decode/decode-vector.ts';
import { importLog } from '../../../drivers/log-import/import-log.ts';
import type { ImportedLog, ImportedRow } from '../../../drivers/log-import/imported-log.ts';
import { fail, ok } from '../../../vocabulary/result.ts';
import { readArguments, readSettings } from '../arguments.ts';
import type { Verb } from '../verb.ts';

/** `import-log FILE`: one line per row of an instrument's stored log, then a summary of what was and was not taken. */
export const verb: Verb = {
  name: 'import-log',
  usage: {
    zh: 'import-log 文件 [--set 键=值]…　读仪器存储的数据文件（zone=+08:00、percent=%VOL …）',
    en: 'import-log FILE [--set key=value]… — read the stored log of an instrument (zone=+08:00, percent=%VOL …)',
  },
  async run(argv, io) {
    const read = readArguments(argv, { set: { type: 'string', multiple: true } });
    if (!read.ok) return read;
    const [path, ...rest] = read.value.positionals;
    if (path === undefined || rest.length > 0) return fail({ code: 'bad_arguments', detail: 'import-log FILE' });
    const settings = readSettings(read.value.values.set ?? []);
    if (!settings.ok) return settings;
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return fail({ code: 'file_absent', path });
    const log = importLog(bytes, settings.value);
    if (!log.ok) return log;
    for (const row of log.value.rows) io.out(rowLine(row));
    io.out(summaryLine(log.value, createHash('sha256').update(bytes).digest('hex')));
    return ok(0);
  },
};

const rowLine = ({ readings, ...row }: ImportedRow) => ({
  ...row,
  readings: readings.map(({ gas, value, raw }) => ({
    gas,
    value: plainValue(value),
    unit: value.unit,
    quality: value.quality,
    raw,
  })),
});

function summaryLine(log: ImportedLog, sha256: string) {
  const qualities = log.rows.flatMap(({ readings }) => readings.map(({ value }) => value.quality));
  const countOf = (quality: string) => qualities.filter((each) => each === quality).length;
  return {
    type: 'summary',
    sha256,
    format: log.format,
    ...log.reading,
    rows_read: log.rows.length + log.bad_rows.length + log.duplicates.length,
    rows_imported: log.rows.length,
    imported: countOf('ok'),
    missing: countOf('missing'),
    invalid: countOf('invalid'),
    // These formats carry no count of events, so nothing can be said to be lost.
    lost_events: null,
    columns: log.columns,
    unknown_states: log.unknown_states,
    duplicates: log.duplicates,
    bad_rows: log.bad_rows,
    questions: log.questions,
  };
}
