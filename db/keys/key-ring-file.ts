import { join } from 'node:path';
import { fail, type Result } from '../../vocabulary/result.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readWhole, writeAtomically } from '../files/write-atomically.ts';
import { type KeyRing, keyRingText, readKeyRing } from './key-ring.ts';

export const keyRingPath = (dataFolder: string): string => join(dataFolder, 'keys.json');

/** Faults: data_absent, data_newer, data_corrupt, and those of files. */
export function loadKeyRing(files: FileSystem, dataFolder: string): Result<KeyRing> {
  if (!files.exists(keyRingPath(dataFolder))) return fail({ code: 'data_absent', path: dataFolder });
  const bytes = readWhole(files, keyRingPath(dataFolder));
  return bytes.ok ? readKeyRing(Buffer.from(bytes.value).toString('utf8')) : bytes;
}

/** Replaces the file atomically: an interrupted change of passphrase leaves the old one in force. */
export const saveKeyRing = (files: FileSystem, dataFolder: string, ring: KeyRing): Result<null> =>
  writeAtomically(files, keyRingPath(dataFolder), Buffer.from(keyRingText(ring)));
