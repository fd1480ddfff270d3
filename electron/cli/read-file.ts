import { nodeFiles } from '../../db/files/node-files.ts';
import { readWhole } from '../../db/files/write-atomically.ts';
import { readAllowedSigners, type Signers } from '../../db/ssh/allowed-signers.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';

/** A small text file named on the command line. Faults: file_absent and those of the disk. */
export function readText(path: string): Result<string> {
  const bytes = readWhole(nodeFiles, path);
  return bytes.ok ? ok(Buffer.from(bytes.value).toString('utf8')) : bytes;
}

/** Faults: file_absent, bad_signers. */
export function readSignersFile(path: string): Result<Signers> {
  const text = readText(path);
  return text.ok ? readAllowedSigners(text.value) : text;
}

/** A time as a person or a program writes it: ISO 8601 (a day alone: its local beginning), or milliseconds since 1970. */
export function readTime(text: string): Result<EpochMs> {
  const ms = /^-?\d{1,15}$/.test(text) ? Number(text) : isoMs(text);
  const time = epochMs.safeParse(ms);
  return time.success ? ok(time.data) : fail({ code: 'bad_arguments', detail: `TIME ${text}` });
}

function isoMs(text: string): number {
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/.test(text)) return Number.NaN;
  return Date.parse(text.includes('T') ? text : `${text}T00:00:00`);
}
