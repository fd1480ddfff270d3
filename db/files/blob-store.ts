import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BlobId, blobId } from '../../vocabulary/ids.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { sha256 } from '../log/sha256.ts';
import { type ByteSource, slicesOf } from './byte-source.ts';
import { type EncryptedFolder, EncryptedWriter, openEncrypted } from './encrypted-file.ts';
import { isUnfinished } from './write-atomically.ts';

/** Bytes that arrive piece by piece, each of which may be a fault. */
export type ByteStream = Iterable<Result<Uint8Array>> | AsyncIterable<Result<Uint8Array>>;

/**
 * Photos, handwritten signatures, captures: encrypted files named by the sha256 of their plain bytes, `ab/<sha256>`. A blob is durable when
 * `put` returns, and only then may an event name it. Faults: disk_full, data_read_only, data_corrupt, io_failed, not_found.
 */
export class BlobStore {
  readonly #folder: EncryptedFolder;
  readonly #path: string;
  /** Put or found here since the opening: an event that names it may be on its way. */
  readonly #inUse = new Set<BlobId>();
  /** Has its name, and the disk could not say that the name is durable: as good as not here. */
  readonly #unsure = new Set<BlobId>();

  constructor(folder: EncryptedFolder, path: string) {
    this.#folder = folder;
    this.#path = path;
  }

  put(bytes: Uint8Array): Result<BlobId> {
    const id = blobId.parse(sha256(bytes));
    if (this.has(id)) return ok(id);
    const writer = EncryptedWriter.begin(this.#folder, this.#pathOf(id));
    if (!writer.ok) return writer;
    const written = writer.value.write(bytes);
    if (!written.ok) {
      writer.value.abandon();
      return written;
    }
    return this.#commit(writer.value, id);
  }

  /** In bounded memory. A fault of the stream is given back, and nothing is kept. */
  async putStream(stream: ByteStream): Promise<Result<BlobId>> {
    const writer = EncryptedWriter.begin(this.#folder, join(this.#path, 'incoming'));
    if (!writer.ok) return writer;
    const hash = createHash('sha256');
    for await (const slice of stream) {
      const written = slice.ok ? writer.value.write(slice.value) : slice;
      if (!written.ok) {
        writer.value.abandon();
        return written;
      }
      if (slice.ok) hash.update(slice.value);
    }
    const id = blobId.parse(hash.digest('hex'));
    return this.#commit(writer.value, id);
  }

  has(id: BlobId): boolean {
    const isHere = !this.#unsure.has(id) && this.#folder.files.exists(this.#pathOf(id));
    if (isHere) this.#inUse.add(id);
    return isHere;
  }

  isInUse(id: BlobId): boolean {
    return this.#inUse.has(id);
  }

  remove(id: BlobId): Result<null> {
    return this.#folder.files.remove(this.#pathOf(id));
  }

  /** What a power cut left half written; only while nothing is being put. Gives how many. */
  removeUnfinished(): Result<number> {
    const { files } = this.#folder;
    const folders = files.list(this.#path);
    if (!folders.ok) return folders;
    let count = 0;
    for (const folder of ['.', ...folders.value.filter((name) => /^[0-9a-f]{2}$/.test(name))]) {
      const names = files.list(join(this.#path, folder));
      if (!names.ok) return names;
      for (const name of names.value.filter(isUnfinished)) {
        const removed = files.remove(join(this.#path, folder, name));
        if (!removed.ok) return removed;
        count += 1;
      }
    }
    return ok(count);
  }

  /** The whole blob, checked against its name. */
  get(id: BlobId): Result<Uint8Array> {
    const source = this.open(id);
    if (!source.ok) return source;
    const bytes = source.value.read(0, source.value.size);
    source.value.close();
    if (!bytes.ok) return bytes;
    return sha256(bytes.value) === id ? bytes : fail({ code: 'data_corrupt', path: this.#pathOf(id), detail: 'blob' });
  }

  /** For large blobs; authentic as a file of this folder, not compared with its name. */
  open(id: BlobId): Result<ByteSource> {
    return this.has(id) ? openEncrypted(this.#folder, this.#pathOf(id)) : fail({ code: 'not_found', what: id });
  }

  /** Whether the bytes of a blob are whole and are what its name says. */
  check(id: BlobId): Result<null> {
    const source = this.open(id);
    if (!source.ok) return source;
    const hash = createHash('sha256');
    for (const slice of slicesOf(source.value)) {
      if (!slice.ok) return slice;
      hash.update(slice.value);
    }
    source.value.close();
    return hash.digest('hex') === id
      ? ok(null)
      : fail({ code: 'data_corrupt', path: this.#pathOf(id), detail: 'blob' });
  }

  /** Sorted. */
  list(): Result<readonly BlobId[]> {
    const folders = this.#folder.files.list(this.#path);
    if (!folders.ok) return folders;
    const found: BlobId[] = [];
    for (const folder of folders.value.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      const names = this.#folder.files.list(join(this.#path, folder));
      if (!names.ok) return names;
      found.push(...names.value.flatMap((name) => blobId.safeParse(name).data ?? []));
    }
    return ok(found);
  }

  #commit(writer: EncryptedWriter, id: BlobId): Result<BlobId> {
    const committed = writer.commit(this.#pathOf(id));
    if (!committed.ok) {
      this.#unsure.add(id);
      return committed;
    }
    this.#unsure.delete(id);
    this.#inUse.add(id);
    return ok(id);
  }

  #pathOf(id: BlobId): string {
    return join(this.#path, id.slice(0, 2), id);
  }
}
