import { hash } from 'node:crypto';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Certificate } from './certificate.ts';
import { KRL_FORMAT, KRL_MAGIC, SECTION, SUBSECTION } from './krl.ts';
import { publicKeyBlob, readPublicKeyBlob } from './public-key.ts';
import { SshReader, sameBytes } from './wire.ts';

/** A revocation list as a question, whichever of OpenSSH's forms it was written in. */
export interface RevocationList {
  readonly version: bigint;
  readonly revokes: (certificate: Certificate) => boolean;
}

type Test = (certificate: Certificate) => boolean;

/** Reads a list of ours or of `ssh-keygen -k`. A section of a kind unknown to us is refused, not passed over. Fault: file_malformed. */
export function readKrl(bytes: Uint8Array, path: string): Result<RevocationList> {
  const malformed = (detail: string) => fail({ code: 'file_malformed', path, detail } as const);
  const reader = new SshReader(bytes);
  const magic = Buffer.from(reader.take(KRL_MAGIC.length)).toString('latin1');
  const format = reader.uint32();
  const version = reader.uint64();
  reader.take(16); // the date, and flags without a meaning yet
  reader.string();
  reader.text();
  if (!reader.sound || magic !== KRL_MAGIC || format !== KRL_FORMAT) return malformed('not a revocation list');
  const tests: Test[] = [];
  while (reader.sound && !reader.atEnd) {
    const kind = reader.byte();
    const test = readSection(kind, reader.string());
    if (!test) return malformed(`section ${kind}`);
    tests.push(test);
  }
  if (!reader.sound) return malformed('cut short');
  return ok({ version, revokes: (certificate) => tests.some((test) => test(certificate)) });
}

function readSection(kind: number, data: Uint8Array): Test | null {
  switch (kind) {
    case SECTION.certificates:
      return readCertificates(data);
    case SECTION.keys:
      return readHashes(data, null);
    case SECTION.keySha1:
      return readHashes(data, 'sha1');
    case SECTION.keySha256:
      return readHashes(data, 'sha256');
    default:
      return null;
  }
}

/** Keys, or hashes of keys: of the device's own key or of its authority's. */
function readHashes(data: Uint8Array, algorithm: 'sha1' | 'sha256' | null): Test | null {
  const reader = new SshReader(data);
  const named = new Set<string>();
  while (reader.sound && !reader.atEnd) named.add(Buffer.from(reader.string()).toString('hex'));
  const nameOf = (blob: Uint8Array) => (algorithm ? hash(algorithm, blob, 'hex') : Buffer.from(blob).toString('hex'));
  return reader.sound
    ? ({ publicKey, authority }) => [publicKey, authority].some((key) => named.has(nameOf(publicKeyBlob(key))))
    : null;
}

function readCertificates(data: Uint8Array): Test | null {
  const reader = new SshReader(data);
  const authorityBlob = reader.string();
  reader.string();
  const authority = readPublicKeyBlob(authorityBlob);
  const tests: Test[] = [];
  while (reader.sound && !reader.atEnd) {
    const test = readSubsection(reader.byte(), new SshReader(reader.string()));
    if (!test) return null;
    tests.push(test);
  }
  // An empty name means every authority; a key type that we do not take can have signed nothing of ours.
  const ours = (certificate: Certificate) =>
    authorityBlob.length === 0 || (authority.ok && sameBytes(authority.value, certificate.authority));
  return reader.sound ? (certificate) => ours(certificate) && tests.some((test) => test(certificate)) : null;
}

function readSubsection(kind: number, reader: SshReader): Test | null {
  if (kind === SUBSECTION.serials) {
    const serials = new Set<string>();
    while (reader.sound && !reader.atEnd) serials.add(reader.uint64().toString());
    return reader.sound ? ({ serial }) => serials.has(serial) : null;
  }
  if (kind === SUBSECTION.range) {
    const [from, to] = [reader.uint64(), reader.uint64()];
    return reader.complete ? ({ serial }) => BigInt(serial) >= from && BigInt(serial) <= to : null;
  }
  if (kind === SUBSECTION.bitmap) {
    const offset = reader.uint64();
    const bits = BigInt(`0x${Buffer.from(reader.string()).toString('hex') || '0'}`);
    return reader.complete ? ({ serial }) => isBitSet(bits, BigInt(serial) - offset) : null;
  }
  if (kind === SUBSECTION.keyIds) {
    const ids = new Set<string>();
    while (reader.sound && !reader.atEnd) ids.add(reader.text());
    return reader.sound ? ({ keyId }) => ids.has(keyId) : null;
  }
  return null;
}

const isBitSet = (bits: bigint, at: bigint): boolean => at >= 0n && at <= 0xff_ffffn && ((bits >> at) & 1n) === 1n;
