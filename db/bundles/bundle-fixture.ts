import { createHash } from 'node:crypto';
import { bootId, type LogId, logId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { type ByteSink, memorySource } from '../files/byte-source.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import {
  bodyHashOf,
  type EventHeader,
  type EventLines,
  eventHeader,
  eventIdOf,
  logRoot,
  sealedLine,
} from '../log/event.ts';
import type { Role } from '../log/event-types.ts';
import { linkOf } from '../log/header-line.ts';
import { hlcToText } from '../log/hlc.ts';
import { sha256 } from '../log/sha256.ts';
import { signCertificate } from '../ssh/sign-certificate.ts';
import { type SigningKey, signingKeyOfSeed } from '../ssh/signing-key.ts';
import { signSshsig } from '../ssh/sshsig.ts';
import { pathsOf } from '../state/log-paths.ts';
import { BAG, tagNames } from './bag-names.ts';
import { manifestText } from './manifest.ts';
import { entrySource } from './sum-entries.ts';
import { type BundleContent, type BundleSigner, writeBundle } from './write-bundle.ts';
import { readZip } from './zip-reader.ts';
import { ZipWriter } from './zip-writer.ts';

// Devices, logs and bundles for tests, the same at every run.

/** Bytes that look random and never change. */
function fixedRandom(seed: string): (length: number) => Uint8Array {
  let count = 0;
  return (length) => {
    const parts: Uint8Array[] = [];
    for (let have = 0; have < length; have += 32) {
      count += 1;
      parts.push(createHash('sha256').update(`${seed} ${count}`).digest());
    }
    return Buffer.concat(parts).subarray(0, length);
  };
}

export const keyOf = (name: string): SigningKey => signingKeyOfSeed(createHash('sha256').update(name).digest());

export const authorityKey = keyOf('authority');
export const signers = { authorities: [authorityKey.publicKey] };
export const VALID_FROM = epochMs.parse(Date.UTC(2026, 0, 1));
export const VALID_UNTIL = epochMs.parse(Date.UTC(2031, 0, 1));
export const DURING = epochMs.parse(Date.UTC(2026, 10, 23));

export interface CertificateWish {
  readonly role?: Role;
  readonly serial?: string;
  readonly authority?: SigningKey;
  readonly until?: typeof VALID_UNTIL;
}

export const certify = (key: SigningKey, name: string, wish: CertificateWish = {}): string =>
  signCertificate(
    wish.authority ?? authorityKey,
    {
      publicKey: key.publicKey,
      principal: `${name}@jingxun`,
      role: wish.role ?? 'inspector',
      serial: wish.serial ?? '1',
      validAfter: VALID_FROM,
      validBefore: wish.until ?? VALID_UNTIL,
    },
    fixedRandom(name),
  );

export interface Draft {
  readonly type?: string;
  readonly subject?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly blobs?: readonly string[];
  /** Changes to the finished header, to make what an honest machine would not. */
  readonly header?: Readonly<Record<string, unknown>>;
  readonly withheld?: boolean;
}

/** A log being written by a key. */
export class FixtureLog {
  readonly key: SigningKey;
  readonly log: LogId;
  readonly nonce: string;
  readonly lines: EventLines[] = [];
  readonly headers: EventHeader[] = [];
  readonly #certificate: string | undefined;
  readonly #random;

  constructor(key: SigningKey, name: string, certificate?: string) {
    this.key = key;
    this.#random = fixedRandom(`log of ${name}`);
    this.nonce = this.#hex();
    this.log = logId.parse(logRoot(key.fingerprint, this.nonce).slice(0, 32));
    this.#certificate = certificate;
    this.add({ type: 'log.open', body: { nonce: this.nonce } });
  }

  add({ type = 'answer', subject, body = {}, blobs = [], header = {}, withheld }: Draft = {}): this {
    const salted = { salt: this.#hex(), ...body };
    const last = this.headers.at(-1);
    const seq = (last?.seq ?? 0) + 1;
    const isMachine = type.startsWith('log.');
    const whole = {
      v: 1,
      log: this.log,
      seq,
      prev: this.lines.at(-1)?.id ?? logRoot(this.key.fingerprint, this.nonce),
      hlc: hlcToText({ ms: DURING + seq, counter: 0 }),
      wall: DURING + seq,
      mono: seq,
      boot: bootId.parse('b'.repeat(32)),
      author: isMachine ? '' : 'a'.repeat(32),
      type,
      subject: subject ?? (isMachine ? '' : `inspection/${'c'.repeat(32)}/answer:water.plan`),
      supersedes: [],
      body: bodyHashOf(salted),
      blobs,
      ...header,
    };
    const hole = { why: 'privacy', withheld: whole.body };
    const finished = eventHeader.parse(whole);
    this.headers.push(finished);
    const text = canonicalJson(finished);
    this.lines.push({ id: eventIdOf(finished), header: text, body: canonicalJson(withheld ? hole : salted) });
    return this;
  }

  /** Seals the event before; `by` and `line` make seals that must be refused. */
  seal({ by = this.key, line }: { readonly by?: SigningKey; readonly line?: string } = {}): this {
    const last = this.headers.at(-1);
    const id = this.lines.at(-1)?.id ?? '';
    const message = line ?? sealedLine(this.log, last?.seq ?? 0, id);
    const certificate = by === this.key && this.#certificate ? { certificate: this.#certificate } : {};
    const sig = signSshsig({ key: by, ...certificate, namespace: 'jingxun-seal', message });
    return this.add({ type: 'log.seal', body: { nonce: this.nonce, sig } });
  }

  #hex(): string {
    return Buffer.from(this.#random(16)).toString('hex');
  }
}

export const inOrder = (...logs: readonly FixtureLog[]): readonly EventLines[] =>
  logs.toSorted((a, b) => (a.log < b.log ? -1 : 1)).flatMap((log) => log.lines);

export const bundleSigner = (key: SigningKey, certificate: string): BundleSigner => ({
  certificate,
  sign: (message) => ok(signSshsig({ key, certificate, namespace: 'jingxun-bundle', message })),
});

export function contentOf(lines: readonly EventLines[], blobs: readonly Uint8Array[] = []): BundleContent {
  return {
    paths: pathsOf(lines.map(({ id, header }) => ({ ...linkOf(header), id }))),
    events: lines.length,
    lines: () => lines,
    blobs: blobs.map((bytes) => ({ id: sha256(bytes), open: () => ok(memorySource(bytes)) })),
    stateHash: '1'.repeat(64),
    stateVersion: '2'.repeat(64),
    report: Buffer.from('<!doctype html><title>report</title>\n'),
    verifyText: Buffer.from('verify\n'),
  };
}

/** A file in memory. */
export class MemorySink implements ByteSink {
  readonly #parts: Buffer[] = [];

  write(bytes: Uint8Array) {
    this.#parts.push(Buffer.from(bytes));
    return ok(null);
  }

  readonly patch = (offset: number, bytes: Uint8Array) => {
    let at = 0;
    for (const part of this.#parts) {
      if (offset >= at && offset + bytes.length <= at + part.length) part.set(bytes, offset - at);
      at += part.length;
    }
    return ok(null);
  };

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

export async function bundleBytes(content: BundleContent, signer: BundleSigner): Promise<Buffer> {
  const sink = new MemorySink();
  orThrow(await writeBundle(content, signer, sink));
  return sink.bytes();
}

/** One device, its sealed log with a photo, its bundle. */
export const tablet = keyOf('team03-dev1');
export const tabletCertificate = certify(tablet, 'team03-dev1');
export const photo = Buffer.from('a photo of the goaf');
export const tabletSigner = bundleSigner(tablet, tabletCertificate);

export const sealedLog = (name = 'one'): FixtureLog =>
  new FixtureLog(tablet, name, tabletCertificate)
    .add({ body: { outcome: 'pass' } })
    .add({ body: { outcome: 'fail', note: '顶板淋水' }, blobs: [sha256(photo)] })
    .add({ body: { note: 'private' }, withheld: true })
    .seal();

export const smallBundle = (): Promise<Buffer> => bundleBytes(contentOf(sealedLog().lines, [photo]), tabletSigner);

export type BagFiles = Map<string, Uint8Array>;

export const textOf = (files: BagFiles, name: string): string => Buffer.from(files.get(name) ?? []).toString('utf8');

/** What a carrier with a good certificate and bad intentions could make of a bundle: files changed, sums and signature made anew. */
export function rebag(bytes: Uint8Array, change: (files: BagFiles) => void, sums?: 'keep-manifests'): Buffer {
  const zip = memorySource(bytes);
  const entries = orThrow(readZip(zip));
  const files: BagFiles = new Map(
    entries.map((entry) => [entry.name, orThrow(entrySource(zip, entry).read(0, entry.size))]),
  );
  change(files);
  if (!sums) {
    const sumsOf = (names: readonly string[]) =>
      Buffer.from(manifestText(names.toSorted().map((name) => ({ name, sha256: sha256(files.get(name) ?? '') }))));
    files.set(BAG.manifest, sumsOf([...files.keys()].filter((name) => name.startsWith('data/'))));
    files.set(BAG.tagManifest, sumsOf([...tagNames]));
    files.set(BAG.signature, Buffer.from(orThrow(tabletSigner.sign(textOf(files, BAG.tagManifest)))));
  }
  const sink = new MemorySink();
  const writer = new ZipWriter(sink);
  for (const name of [...files.keys()].sort()) orThrow(writer.add(name, files.get(name) ?? Buffer.alloc(0)));
  orThrow(writer.finish());
  return sink.bytes();
}
