import { crc32 } from 'node:zlib';
import { ok, type Result } from '../../vocabulary/result.ts';
import { type ByteSink, type ByteSource, slicesOf } from '../files/byte-source.ts';
import type { EventLines } from '../log/event.ts';
import { sha256 } from '../log/sha256.ts';
import { type LogPath, logHashOf } from '../state/log-paths.ts';
import { bagInfoText, rangesOf } from './bag-info.ts';
import { BAG, BAGIT_TEXT, blobName } from './bag-names.ts';
import { type FileSum, manifestText } from './manifest.ts';
import { type Breathe, nextTurn } from './sum-entries.ts';
import { LineSlices, type Sums, sumLines } from './sum-lines.ts';
import { ZipWriter } from './zip-writer.ts';

/** What goes into a bundle. */
export interface BundleContent {
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

/** Writes a bundle in bounded memory. Faults are those of the sink, the blobs and the signer. */
export async function writeBundle(
  content: BundleContent,
  signer: BundleSigner,
  sink: ByteSink,
  breathe: Breathe = nextTurn,
): Promise<Result<WrittenBundle>> {
  const summed = await sumLines(content.lines(), breathe);
  const { paths, events } = summed.chains;
  const blobs = content.blobs.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { stateHash, stateVersion } = content;
  const logHash = logHashOf(paths);
  const info = { ranges: rangesOf(paths), logHash, stateHash, stateVersion, events, blobs: blobs.length };
  const out = new Output(new ZipWriter(sink), sink.patch === undefined, breathe);
  out.text(BAG.info, bagInfoText(info));
  out.text(BAG.bagit, BAGIT_TEXT);
  out.text(BAG.certificate, `${signer.certificate}\n`);
  out.bytes(BAG.verify, content.verifyText);
  for (const blob of blobs) await out.blob(blob);
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

function* slicesOfLines(lines: Iterable<EventLines>, part: 'header' | 'body'): Generator<Uint8Array> {
  const slices = new LineSlices();
  for (const line of lines) {
    const slice = slices.add(line[part]);
    if (slice) yield slice;
  }
  yield slices.take();
}

/** Writes files one after the other and remembers their sums. After the first fault nothing more is written. */
class Output {
  readonly #zip: ZipWriter;
  readonly #needsCrc: boolean;
  readonly #breathe: Breathe;
  readonly payload: FileSum[] = [];
  readonly tags: FileSum[] = [];
  #result: Result<null> = ok(null);

  constructor(zip: ZipWriter, needsCrc: boolean, breathe: Breathe) {
    this.#zip = zip;
    this.#needsCrc = needsCrc;
    this.#breathe = breathe;
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
      await this.#breathe();
    }
    this.#then(() => entry.value.close());
  }

  async blob({ id, open }: BlobSource): Promise<void> {
    this.#note(blobName(id), id);
    if (!this.#result.ok) return;
    const source = open();
    this.#result = source.ok ? await this.#copy(blobName(id), source.value) : source;
    if (source.ok) source.value.close();
  }

  finish(): Result<null> {
    this.#then(() => this.#zip.finish());
    return this.#result;
  }

  async #copy(name: string, source: ByteSource): Promise<Result<null>> {
    const crc = this.#needsCrc ? await crcOf(source, this.#breathe) : ok(undefined);
    if (!crc.ok) return crc;
    const entry = this.#zip.begin(name, source.size, crc.value);
    if (!entry.ok) return entry;
    for (const slice of slicesOf(source)) {
      if (!slice.ok) return slice;
      const written = entry.value.write(slice.value);
      if (!written.ok) return written;
      await this.#breathe();
    }
    return entry.value.close();
  }

  #then(step: () => Result<null>): void {
    if (this.#result.ok) this.#result = step();
  }

  #note(name: string, sum: string): void {
    (name.startsWith('data/') ? this.payload : this.tags).push({ name, sha256: sum });
  }
}

async function crcOf(source: ByteSource, breathe: Breathe): Promise<Result<number>> {
  let crc = 0;
  for (const slice of slicesOf(source)) {
    if (!slice.ok) return slice;
    crc = crc32(slice.value, crc);
    await breathe();
  }
  return ok(crc);
}
