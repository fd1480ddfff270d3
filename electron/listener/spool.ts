import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type IntakeBatch, intakeBatch } from '../ports/intake-port.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NAME = /^(\d{10})-[0-9a-f]{32}\.spool$/;

/**
 * Batches that wait for the recorder, one encrypted file each: AES-256-GCM, nonce | ciphertext | tag, the file's name as
 * additional data, so that a file cannot stand for another. A file has its name only when it is whole and on the disk.
 */
export interface Spool {
  readonly put: (batch: IntakeBatch) => Promise<Result<null>>;
  /** Keeps a batch that the recorder will not take, out of the way. */
  readonly putAside: (batch: IntakeBatch) => Promise<Result<null>>;
  /** The oldest batch; null where none waits or none can be read now. A file that does not decrypt is set aside and never sent. */
  readonly oldest: () => Promise<{ readonly name: string; readonly batch: IntakeBatch } | null>;
  readonly remove: (name: string) => Promise<void>;
  readonly setAside: (name: string) => Promise<void>;
  readonly count: () => number;
}

/** Opens the folder and counts what an earlier listener left there. Fault: io_failed. */
export async function openSpool(folder: string, key: Uint8Array): Promise<Result<Spool>> {
  let names: string[];
  try {
    await mkdir(folder, { recursive: true });
    const found = await readdir(folder);
    for (const name of found) if (name.endsWith('.part')) await rm(path.join(folder, name), { force: true });
    names = found.filter((name) => NAME.test(name)).sort();
  } catch (error) {
    return fail(ioFault(error));
  }
  let next = Number(NAME.exec(names.at(-1) ?? '')?.[1] ?? '0') + 1;
  const drop = (name: string) => {
    names = names.filter((other) => other !== name);
  };
  const setAside = async (name: string) => {
    drop(name);
    await rename(path.join(folder, name), path.join(folder, `${name}.aside`)).catch(() => {});
  };
  const nameOf = (batch: IntakeBatch) => `${String(next++).padStart(10, '0')}-${batch.batch}.spool`;
  return ok({
    putAside: (batch) => {
      const name = `${nameOf(batch)}.aside`;
      return writeWhole(folder, name, encrypt(key, name, JSON.stringify(batch)));
    },
    put: async (batch) => {
      const name = nameOf(batch);
      const written = await writeWhole(folder, name, encrypt(key, name, JSON.stringify(batch)));
      if (written.ok) names.push(name);
      return written;
    },
    oldest: async () => {
      for (let [name] = names; name !== undefined; [name] = names) {
        const batch = await readBatch(folder, name, key);
        if (batch === 'disk') return null;
        if (batch) return { name, batch };
        await setAside(name);
      }
      return null;
    },
    remove: async (name) => {
      drop(name);
      await rm(path.join(folder, name), { force: true }).catch(() => {});
    },
    setAside,
    count: () => names.length,
  });
}

/** A disk that refuses today is asked again; a file that is there and says nothing is damaged. */
async function readBatch(folder: string, name: string, key: Uint8Array): Promise<IntakeBatch | 'disk' | null> {
  const bytes = await readFile(path.join(folder, name)).catch(() => 'disk' as const);
  if (bytes === 'disk') return bytes;
  try {
    const text = decrypt(key, name, bytes);
    return intakeBatch.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // damaged, or written under the key of another record
  }
}

/** The name too survives a power cut. A folder cannot be opened on Windows, and need not be there. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}

async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<Result<null>> {
  const part = path.join(folder, `${name}.part`);
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path.join(folder, name));
    await syncFolder(folder);
    return ok(null);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    return fail(ioFault(error));
  }
}

function encrypt(key: Uint8Array, name: string, text: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(name));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, name: string, bytes: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  return (
    decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  );
}

function ioFault(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk_full' };
  return { code: 'io_failed', detail: error instanceof Error ? error.message : String(error) };
}
