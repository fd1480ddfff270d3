import { createHash } from 'node:crypto';
import { type ByteSource, slicesOf } from '../../db/files/byte-source.ts';
import { decodeText } from '../../drivers/log-import/decode-text.ts';
import { firstLines, importLogSteps, MOST_LOG_BYTES } from '../../drivers/log-import/import-log.ts';
import type { ImportedLog } from '../../drivers/log-import/imported-log.ts';
import { drain } from '../../drivers/log-import/steps.ts';
import { type BlobId, blobId, type EntityId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { LogSettings } from '../ports/log-models.ts';
import { countLog, type LogSums } from './count-log.ts';
import type { Job } from './desk.ts';
import { inTurns } from './in-turns.ts';

/** A file on its way into the record: read, not kept. */
export interface LogDraft extends LogSums {
  readonly id: EntityId;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly file: BlobId;
  readonly firstLines: readonly string[];
  readonly settings: LogSettings;
  readonly log: ImportedLog;
}

const LINES_SHOWN = 12;
const HEAD_BYTES = 16 * 1024;

/** Reads a file a screen has sent. Faults: log_too_large, log_not_text, log_unknown_format, cancelled. */
export async function readDraft(
  id: EntityId,
  { name, source }: { readonly name: string; readonly source: ByteSource },
  job: Job,
): Promise<Result<LogDraft>> {
  if (source.size > MOST_LOG_BYTES) return fail({ code: 'log_too_large', bytes: source.size, most: MOST_LOG_BYTES });
  const bytes = Buffer.alloc(source.size);
  const hash = createHash('sha256');
  const read = await inTurns(fill(source, bytes, hash.update.bind(hash)), job, 0, 0.1);
  if (!read.ok) return read;
  if (!read.value.ok) return read.value;
  return readWith({ id, name, bytes, file: blobId.parse(hash.digest('hex')) }, {}, job);
}

function* fill(source: ByteSource, into: Uint8Array, update: (bytes: Uint8Array) => void) {
  let at = 0;
  for (const slice of slicesOf(source)) {
    if (!slice.ok) return slice;
    into.set(slice.value, at);
    update(slice.value);
    at += slice.value.length;
    yield at / source.size;
  }
  return ok(null);
}

type Bytes = Pick<LogDraft, 'id' | 'name' | 'bytes' | 'file'>;

/** The same bytes read with what a person has said. Faults as of `importLog`, and cancelled. */
export async function readWith(draft: Bytes, settings: LogSettings, job: Job): Promise<Result<LogDraft>> {
  const read = await inTurns(importLogSteps(draft.bytes, settings), job, 0.1, 0.9);
  if (!read.ok) return read;
  if (!read.value.ok) return read.value;
  const log = read.value.value;
  const sums = await inTurns(countLog(log), job, 0.9, 1);
  if (!sums.ok) return sums;
  const { id, name, bytes, file } = draft;
  return ok({ id, name, bytes, file, firstLines: linesOf(bytes, log), settings, log, ...sums.value });
}

/** The first lines as a person would see them; a letter cut in two by the end of the piece is left out. */
function linesOf(bytes: Uint8Array, { reading }: ImportedLog): readonly string[] {
  const whole = bytes.length <= HEAD_BYTES ? drain(decodeText(bytes)) : null;
  if (whole?.ok) return firstLines(whole.value.text).slice(0, LINES_SHOWN);
  const text = new TextDecoder(String(reading.encoding)).decode(bytes.subarray(0, HEAD_BYTES), { stream: true });
  return firstLines(text).slice(0, LINES_SHOWN);
}
