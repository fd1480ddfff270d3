import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ByteSource } from './byte-source.ts';
import {
  CHUNK_BYTES,
  type ChunkCipher,
  chunkCipher,
  HEAD_BYTES,
  MAGIC,
  plainLayout,
  SALT_BYTES,
  SEALED_CHUNK_BYTES,
} from './chunk-cipher.ts';
import type { FileSystem } from './file-system.ts';
import { beginFile, type PendingFile } from './write-atomically.ts';

/** Where encrypted files of one use are kept: each use (blobs, spool, work files) has a key of its own. */
export interface EncryptedFolder {
  readonly files: FileSystem;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly random: (bytes: number) => Uint8Array;
}

/** Writes an encrypted file in bounded memory. Nothing is there under its name before `commit`. */
export class EncryptedWriter {
  readonly #pending: PendingFile;
  readonly #cipher: ChunkCipher;
  readonly #waiting = Buffer.alloc(CHUNK_BYTES);
  #filled = 0;
  #chunks = 0;

  private constructor(pending: PendingFile, cipher: ChunkCipher) {
    this.#pending = pending;
    this.#cipher = cipher;
  }

  static begin(folder: EncryptedFolder, near: string): Result<EncryptedWriter> {
    const pending = beginFile(folder.files, near);
    if (!pending.ok) return pending;
    const salt = folder.random(SALT_BYTES);
    const head = pending.value.file.write(Buffer.concat([MAGIC, salt]));
    if (head.ok) return ok(new EncryptedWriter(pending.value, chunkCipher(folder.key, salt)));
    pending.value.abandon();
    return head;
  }

  /** After a fault: `abandon`. */
  write(bytes: Uint8Array): Result<null> {
    for (let at = 0; at < bytes.length; ) {
      // A full chunk waits for the byte after it: only then is it known not to be the last.
      if (this.#filled === CHUNK_BYTES) {
        const flushed = this.#flush(false);
        if (!flushed.ok) return flushed;
      }
      const part = bytes.subarray(at, at + CHUNK_BYTES - this.#filled);
      this.#waiting.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
    }
    return ok(null);
  }

  commit(path: string): Result<null> {
    const flushed = this.#flush(true);
    if (flushed.ok) return this.#pending.commit(path);
    this.abandon();
    return flushed;
  }

  abandon(): void {
    this.#pending.abandon();
  }

  #flush(isLast: boolean): Result<null> {
    const sealed = this.#cipher.seal(this.#chunks, isLast, this.#waiting.subarray(0, this.#filled));
    this.#chunks += 1;
    this.#filled = 0;
    return this.#pending.file.write(sealed);
  }
}

/** The plain bytes of an encrypted file, readable anywhere. An altered, cut or foreign file is `data_corrupt`. */
export function openEncrypted(folder: EncryptedFolder, path: string): Result<ByteSource> {
  const file = folder.files.openForReading(path);
  if (!file.ok) return file;
  const opened = readHead(folder, file.value, path);
  if (!opened.ok) file.value.close();
  return opened;
}

function readHead(folder: EncryptedFolder, file: ByteSource, path: string): Result<ByteSource> {
  const layout = plainLayout(file.size);
  if (!layout) return corrupt(path);
  const head = file.read(0, HEAD_BYTES);
  if (!head.ok) return head;
  if (!MAGIC.equals(head.value.subarray(0, MAGIC.length))) return corrupt(path);
  const cipher = chunkCipher(folder.key, head.value.subarray(MAGIC.length));
  return ok(plainSource(file, cipher, layout, path));
}

const corrupt = (path: string) => fail({ code: 'data_corrupt', path, detail: 'encrypted file' } as const);

function plainSource(
  file: ByteSource,
  cipher: ChunkCipher,
  { size, chunks }: { readonly size: number; readonly chunks: number },
  path: string,
): ByteSource {
  let kept: { readonly number: number; readonly plain: Uint8Array } | null = null;
  const chunk = (number: number): Result<Uint8Array> => {
    if (kept?.number === number) return ok(kept.plain);
    const from = HEAD_BYTES + number * SEALED_CHUNK_BYTES;
    const sealed = file.read(from, Math.min(SEALED_CHUNK_BYTES, file.size - from));
    if (!sealed.ok) return sealed;
    const plain = cipher.open(number, number === chunks - 1, sealed.value);
    if (!plain) return corrupt(path);
    kept = { number, plain };
    return ok(plain);
  };
  const read = (offset: number, length: number): Result<Uint8Array> => {
    const parts: Uint8Array[] = [];
    for (let at = offset; at < offset + length || parts.length === 0; ) {
      const number = Math.min(Math.floor(at / CHUNK_BYTES), chunks - 1);
      const plain = chunk(number);
      if (!plain.ok) return plain;
      const part = plain.value.subarray(at - number * CHUNK_BYTES, offset + length - number * CHUNK_BYTES);
      parts.push(part);
      at += part.length;
    }
    return ok(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts));
  };
  return { size, read, close: () => file.close() };
}
