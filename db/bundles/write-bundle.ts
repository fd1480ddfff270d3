import { crc32 } from 'node:zlib';
import { ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSink, type ByteSource, freeNow, SLICE_BYTES, slicesOf } from '../files/byte-source.ts';
import type { EventLines } from '../log/event.ts';
import { sha256 } from '../log/sha256.ts';
import { type LogPath, logHashOf } from '../state/log-paths.ts';
import { bagInfoText, rangesOf } from './bag-info.ts';
import { BAG, BAGIT_TEXT, blobName } from './bag-names.ts';
import { type FileSum, manifestText } from './manifest.ts';
import { nextTurn } from './sum-entries.ts';
import { LineSlices, type Sums, sumLines } from './sum-lines.ts';
import { ZipWriter } from './zip-writer.ts';

/** What goes into a bundle. */
export interface BundleContent {
  /** The paths of the events, and how many there are: they stand at the head, before the events are gone through. */
  readonly paths: readonly LogPath[];
  readonly events: number;
  /** In (log, seq, id) order; asked for up to three times, and each time the same: read them from one snapshot. */
  readonly lines: () => Iterable<EventLines>;
  readonly blobs: readonly BlobSource[];
  readonly stateHash: string;
  readonly stateVersion: string;
  readonly report: Uint8Array;
  readonly verifyText: Uint8Array;
}

interface BlobSource {
  readonly id: string;
  readonly open: () => Result<ByteSource>;
}

/** The device that hands the bundle in. */
export interface BundleSigner {
  /** `ssh-ed25519-cert-v01@openssh.com AAAA…` */
  readonly certificate: string;
  /** An armoured SSHSIG of the namespace `jingxun-bundle` with that certificate inside. */
  readonly sign: (message: string) => Result<string>;
}

export interface WrittenBundle {
  readonly events: number;
  readonly blobs: number;
  readonly paths: readonly LogPath[];
  readonly logHash: string;
  readonly stateHash: string;
}

/**
 * Writes a bundle in bounded memory; the events are summed while the disk takes the blobs. Faults are those of the sink, the blobs and the signer.
 * Throws where the events are not those that were announced.
 */
export async function writeBundle(
  content: BundleContent,
  signer: BundleSigner,
  sink: ByteSink,
): Promise<Result<WrittenBundle>> {
  const { paths, events, stateHash, stateVersion } = content;
  const blobs = content.blobs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const logHash = logHashOf(paths);
  const info = { ranges: rangesOf(paths), logHash, stateHash, stateVersion, events, blobs: blobs.length };
  const out = new Output(sink);
  out.text(BAG.info, bagInfoText(info));
  out.text(BAG.bagit, BAGIT_TEXT);
  out.text(BAG.certificate, `${signer.certificate}\n`);
  out.bytes(BAG.verify, content.verifyText);
  const [summed] = await both(sumLines(content.lines(), nextTurn), out.blobs(blobs));
  if (summed.chains.events !== events || logHashOf(summed.chains.paths) !== logHash)
    throw new Error('the events are not those that were announced');
  await out.lines(BAG.bodies, summed.bodies, () => slicesOfLines(content.lines(), 'body'));
  await out.lines(BAG.log, summed.log, () => slicesOfLines(content.lines(), 'header'));
  out.bytes(BAG.report, content.report);
  out.text(BAG.manifest, manifestText(out.payload));
  const tags = manifestText(out.tags);
  out.text(BAG.tagManifest, tags);
  const signed = signer.sign(tags);
  if (!signed.ok) return signed;
  out.text(BAG.signature, signed.value);
  const finished = out.finish();
  return finished.ok ? ok({ events, blobs: blobs.length, paths, logHash, stateHash }) : finished;
}

/** Both at once. Where one throws the other has ended too before it is told. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

function* slicesOfLines(lines: Iterable<EventLines>, part: 'header' | 'body'): Generator<Uint8Array> {
  const slices = new LineSlices();
  for (const line of lines) {
    const slice = slices.add(line[part]);
    if (slice) yield slice;
  }
  yield* slices.rest();
}

/** A blob up to this size is held while it is summed, so that it is read once and its header written once. */
const HELD_BYTES = 8 * 1024 * 1024;
/** So much is written between two turns of the event loop. */
const BREATH_BYTES = 4 * SLICE_BYTES;
/** Opening and closing a file takes as long as writing about so much. */
const BYTES_OF_OPENING = SLICE_BYTES / 16;

/** Writes files one after the other and remembers their sums. After the first fault nothing more is written. */
class Output {
  readonly #zip: ZipWriter;
  readonly #sink: ByteSink;
  readonly payload: FileSum[] = [];
  readonly tags: FileSum[] = [];
  /** What is read stands here until it is written, one blob after the other. */
  #memory: Uint8Array = Buffer.allocUnsafeSlow(2 * SLICE_BYTES);
  #sinceBreath = 0;
  #result: Result<null> = ok(null);

  constructor(sink: ByteSink) {
    this.#zip = new ZipWriter(sink);
    this.#sink = sink;
  }

  text(name: string, text: string): void {
    this.bytes(name, Buffer.from(text, 'utf8'));
  }

  bytes(name: string, bytes: Uint8Array): void {
    this.#then(() => this.#zip.add(name, bytes));
    this.#note(name, sha256(bytes));
  }

  async lines(
    name: string,
    { sha256: sum, size, crc, slices }: Sums,
    again: () => Iterable<Uint8Array>,
  ): Promise<void> {
    this.#note(name, sum);
    if (!this.#result.ok) return;
    const entry = this.#zip.begin(name, size, crc, slices !== null);
    if (!entry.ok) {
      this.#result = entry;
      return;
    }
    for (const slice of slices ?? again()) {
      this.#then(() => entry.value.write(slice));
      if (!this.#result.ok) return;
      const { length } = slice;
      freeNow(slice);
      await this.#breathe(length);
    }
    this.#then(() => entry.value.close());
  }

  async blobs(blobs: readonly BlobSource[]): Promise<void> {
    for (const { id, open } of blobs) {
      this.#note(blobName(id), id);
      if (!this.#result.ok) return;
      const source = open();
      this.#result = source.ok ? await this.#blob(blobName(id), source.value) : source;
      if (source.ok) source.value.close();
    }
  }

  finish(): Result<null> {
    this.#then(() => this.#zip.finish());
    return this.#result;
  }

  async #blob(name: string, source: ByteSource): Promise<Result<null>> {
    await this.#breathe(BYTES_OF_OPENING);
    if (source.size <= HELD_BYTES) return this.#held(name, source);
    const crc = this.#sink.patch ? ok(undefined) : await this.#crcOf(source);
    return crc.ok ? this.#copy(name, source, crc.value) : crc;
  }

  async #held(name: string, source: ByteSource): Promise<Result<null>> {
    if (this.#memory.length < source.size) this.#memory = Buffer.allocUnsafeSlow(source.size);
    const slices: Uint8Array[] = [];
    let crc = 0;
    for (let at = 0; at < source.size; at += SLICE_BYTES) {
      const length = Math.min(SLICE_BYTES, source.size - at);
      const slice = source.read(at, length, this.#memory.subarray(at, at + length));
      if (!slice.ok) return slice;
      crc = crc32(slice.value, crc);
      slices.push(slice.value);
      await this.#breathe(length);
    }
    const entry = this.#zip.begin(name, source.size, crc, true);
    if (!entry.ok) return entry;
    for (const slice of slices) {
      const written = entry.value.write(slice);
      if (!written.ok) return written;
    }
    return entry.value.close();
  }

  async #copy(name: string, source: ByteSource, crc: number | undefined): Promise<Result<null>> {
    const entry = this.#zip.begin(name, source.size, crc);
    if (!entry.ok) return entry;
    for (const slice of slicesOf(source, this.#memory)) {
      if (!slice.ok) return slice;
      const written = entry.value.write(slice.value);
      if (!written.ok) return written;
      await this.#breathe(slice.value.length);
    }
    return entry.value.close();
  }

  async #crcOf(source: ByteSource): Promise<Result<number>> {
    let crc = 0;
    for (const slice of slicesOf(source, this.#memory)) {
      if (!slice.ok) return slice;
      crc = crc32(slice.value, crc);
      await this.#breathe(slice.value.length);
    }
    return ok(crc);
  }

  async #breathe(bytes: number): Promise<void> {
    this.#sinceBreath += bytes;
    if (this.#sinceBreath < BREATH_BYTES) return;
    this.#sinceBreath = 0;
    await nextTurn();
    await this.#sink.room?.();
  }

  #then(step: () => Result<null>): void {
    if (this.#result.ok) this.#result = step();
  }

  #note(name: string, sum: string): void {
    (name.startsWith('data/') ? this.payload : this.tags).push({ name, sha256: sum });
  }
}
