import path from 'node:path';
import { z } from 'zod';
import { type ByteSource, slicesOf } from '../../db/files/byte-source.ts';
import { type EncryptedFolder, openEncrypted } from '../../db/files/encrypted-file.ts';
import type { FileSystem } from '../../db/files/file-system.ts';
import { beginFile } from '../../db/files/write-atomically.ts';
import type { EventRecord } from '../../db/record.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type ExportedRow, exportedRow } from '../ports/exchange-models.ts';

/** Which bundles left this machine: a list in the record's own small store. */
const LIST = 'recorder.handedIn';
/** A season of daily bundles; older ones are still in the folder. */
const MAX_LISTED = 500;

/** A bundle as it is kept here: encrypted like everything else in the data folder. */
export const keptBundlePath = (folder: string, name: string): string => path.join(folder, 'handed-in', name);

export function listHandedIn(record: EventRecord): ExportedRow[] {
  const text = record.stores.local.get(LIST);
  return text === null ? [] : z.array(exportedRow).parse(JSON.parse(text));
}

export function noteHandedIn(record: EventRecord, row: ExportedRow): void {
  record.stores.local.put(LIST, JSON.stringify([row, ...listHandedIn(record)].slice(0, MAX_LISTED)));
}

/** The plain bytes of a bundle that was handed in, by its listed name alone. */
export function openHandedIn(
  record: EventRecord,
  work: EncryptedFolder,
  folder: string,
  name: string,
): Result<ByteSource> {
  if (!listHandedIn(record).some((row) => row.name === name)) return fail({ code: 'not_found', what: name });
  return openEncrypted(work, keptBundlePath(folder, name));
}

/** Writes a source out as a plain file that is whole and on the disk, or not there at all. */
export function copyOut(files: FileSystem, source: ByteSource, to: string): Result<null> {
  const pending = beginFile(files, to);
  if (!pending.ok) return pending;
  for (const slice of slicesOf(source)) {
    const written = slice.ok ? pending.value.file.write(slice.value) : slice;
    if (written.ok) continue;
    pending.value.abandon();
    return written;
  }
  const committed = pending.value.commit(to);
  return committed.ok ? ok(null) : committed;
}
