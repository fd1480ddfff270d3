import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { plainValue } from '../../../drivers/decode/decode-vector.ts';
import { hearDump } from '../../../drivers/dump/hear-dump.ts';
import { importLog } from '../../../drivers/log-import/import-log.ts';
import type { ImportedLog, ImportedRow } from '../../../drivers/log-import/imported-log.ts';
import { serialTransport } from '../../../drivers/transports/serial-port.ts';
import { systemTimers } from '../../../drivers/transports/system-clock.ts';
import { fail, ok, type Result } from '../../../vocabulary/result.ts';
import { readArguments, readSettings } from '../arguments.ts';
import type { CliIo, Verb } from '../verb.ts';

const USUAL_BAUD = 9600;

/** `import-log FILE` or `import-log --port PATH`: one line per row of an instrument's stored log, then a summary of what was and was not taken. */
export const verb: Verb = {
  name: 'import-log',
  usage: {
    zh: 'import-log 文件 | --port 串口 [--baud 9600] [--out 文件] [--set 键=值]…　读仪器存储的数据（zone=+08:00、percent=%VOL …）',
    en: 'import-log FILE | --port PATH [--baud 9600] [--out FILE] [--set key=value]… — read the stored log of an instrument',
  },
  async run(argv, io) {
    const read = readArguments(argv, {
      set: { type: 'string', multiple: true },
      port: { type: 'string' },
      baud: { type: 'string' },
      out: { type: 'string' },
    });
    if (!read.ok) return read;
    const { positionals, values } = read.value;
    const settings = readSettings(values.set ?? []);
    if (!settings.ok) return settings;
    const given = await bytesOf(positionals, values, io);
    if (!given.ok) return given;
    const bytes = given.value;
    const log = importLog(bytes, settings.value);
    if (!log.ok) return log;
    for (const row of log.value.rows) io.out(rowLine(row));
    io.out(summaryLine(log.value, createHash('sha256').update(bytes).digest('hex')));
    return ok(0);
  },
};

interface Values {
  readonly port?: string | undefined;
  readonly baud?: string | undefined;
  readonly out?: string | undefined;
}

/** From a file, or heard over a port; what was heard can be kept as it came. */
async function bytesOf(files: readonly string[], values: Values, io: CliIo): Promise<Result<Uint8Array>> {
  const [file, ...rest] = files;
  const { port, out } = values;
  const fits = port === undefined ? file !== undefined && out === undefined && !values.baud : file === undefined;
  const baud = Number(values.baud ?? USUAL_BAUD);
  if (!fits || rest.length > 0 || !Number.isInteger(baud) || baud < 300 || baud > 921_600)
    return fail({ code: 'bad_arguments', detail: 'import-log FILE | --port PATH [--baud N] [--out FILE]' });
  if (port === undefined) return file === undefined ? fail({ code: 'file_absent', path: '' }) : readBytes(file);
  const heard = await hear(port, baud, io);
  if (!heard.ok || out === undefined) return heard;
  const isKept = await writeFile(out, heard.value, { flag: 'wx' }).then(
    () => true,
    () => false,
  );
  return isKept ? heard : fail({ code: 'io_failed', path: out, detail: 'write' });
}

async function readBytes(path: string): Promise<Result<Uint8Array>> {
  const bytes = await readFile(path).catch(() => null);
  return bytes === null ? fail({ code: 'file_absent', path }) : ok(bytes);
}

/** Waits for the text that the person starts on the instrument; Ctrl-C gives it up. */
async function hear(path: string, baud: number, io: CliIo): Promise<Result<Uint8Array>> {
  io.say({
    zh: `正在听 ${path}（${baud}），不向仪器发送任何内容。请在仪器上开始传送；停 5 秒就读。`,
    en: `Listening on ${path} (${baud}); nothing is sent. Start the transfer on the instrument; 5 s of silence end it.`,
  });
  const open = serialTransport({ path, serialNumber: null });
  const { text, stop } = hearDump({ path, baud, open, timers: systemTimers, heard: () => {} });
  process.once('SIGINT', stop);
  const heard = await text;
  process.off('SIGINT', stop);
  return heard;
}

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
