import { z } from 'zod';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readWhole } from '../files/write-atomically.ts';

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** `backup.json`: what a backup holds. Written last, so a folder without it is no backup. */
export const backupManifest = z.strictObject({
  format: z.literal('jingxun-backup'),
  version: z.literal(1),
  at: epochMs,
  /** Whose machine this is: the fingerprint of its key. */
  fingerprint: z.string(),
  events: z.int(),
  logHash: hex64,
  stateHash: hex64,
  /** Bytes and sum of `record.db`. */
  database: z.strictObject({ bytes: z.int(), sha256: hex64 }),
  /** Blobs in the pool beside it that its events name and that were here. */
  blobs: z.int(),
});
/** What a manifest of any version says of itself. */
const versioned = z.looseObject({ format: z.literal('jingxun-backup'), version: z.int() });
export type BackupManifest = z.infer<typeof backupManifest>;

export const MANIFEST = 'backup.json';
export const DATABASE = 'record.db';
export const KEYS = 'keys.json';
/** All backups of one machine share their blobs, which never change. */
export const POOL = 'blobs';

export const manifestText = (manifest: BackupManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

/** Faults: file_absent, data_corrupt, data_newer. */
export function readManifest(files: FileSystem, path: string): Result<BackupManifest> {
  const bytes = readWhole(files, path);
  if (!bytes.ok) return bytes;
  const value = parseJson(Buffer.from(bytes.value).toString('utf8'));
  const head = versioned.safeParse(value);
  if (head.success && head.data.version > 1) return fail({ code: 'data_newer', version: head.data.version });
  const read = backupManifest.safeParse(value);
  return read.success ? ok(read.data) : fail({ code: 'data_corrupt', path, detail: 'backup.json' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
