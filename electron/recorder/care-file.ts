import path from 'node:path';
import { z } from 'zod';
import type { FileSystem } from '../../db/files/file-system.ts';
import { readWhole, writeAtomically } from '../../db/files/write-atomically.ts';
import type { Result } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';

/** Where backups go and when the last was made. Beside the record and not in it: it must be readable when the record is not. */
const careFile = z.strictObject({
  target: z.string().nullable(),
  last: z.strictObject({ at: epochMs, folder: z.string(), events: z.int() }).nullable(),
});
export type CareFile = z.infer<typeof careFile>;

const pathOf = (folder: string): string => path.join(folder, 'backups.json');
const nothing: CareFile = { target: null, last: null };

/** A file that is not there or cannot be read says nothing. */
export function readCare(files: FileSystem, folder: string): CareFile {
  if (!files.exists(pathOf(folder))) return nothing;
  const bytes = readWhole(files, pathOf(folder));
  if (!bytes.ok) return nothing;
  try {
    return careFile.safeParse(JSON.parse(Buffer.from(bytes.value).toString('utf8'))).data ?? nothing;
  } catch {
    return nothing;
  }
}

export const writeCare = (files: FileSystem, folder: string, care: CareFile): Result<null> =>
  writeAtomically(files, pathOf(folder), Buffer.from(`${JSON.stringify(care)}\n`));
