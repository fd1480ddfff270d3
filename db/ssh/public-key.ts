import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { joined, SshReader, sameBytes, sshString, strictBase64 } from './wire.ts';

/** 32 bytes of an Ed25519 public key. */
export type PublicKey = Uint8Array;

export const KEY_TYPE = 'ssh-ed25519';
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410 §4). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export const publicKeyBlob = (key: PublicKey): Uint8Array => joined(sshString(KEY_TYPE), sshString(key));

/** The key inside an `ssh-ed25519` blob. Fault: bad_key. */
export function readPublicKeyBlob(blob: Uint8Array): Result<PublicKey> {
  const reader = new SshReader(blob);
  const type = reader.text();
  if (reader.sound && type !== KEY_TYPE) return fail({ code: 'bad_key', detail: `type ${type.slice(0, 40)}` });
  const key = reader.string();
  if (!reader.complete || key.length !== KEY_BYTES) return fail({ code: 'bad_key', detail: 'cut short or too long' });
  return ok(Uint8Array.from(key));
}

/** `SHA256:…` as `ssh-keygen -l` prints it. */
export const fingerprintOf = (key: PublicKey): string =>
  `SHA256:${hash('sha256', publicKeyBlob(key), 'base64').replace(/=+$/, '')}`;

/** `ssh-ed25519 AAAA… comment`, without a line end. */
export function publicKeyLine(key: PublicKey, comment = ''): string {
  const line = `${KEY_TYPE} ${Buffer.from(publicKeyBlob(key)).toString('base64')}`;
  return comment === '' ? line : `${line} ${comment}`;
}

export interface NamedKey {
  readonly publicKey: PublicKey;
  readonly comment: string;
}

/** One line of a `.pub` file, with or without its line end. Fault: bad_key. */
export function readPublicKeyLine(text: string): Result<NamedKey> {
  const found = /^(\S+) (\S+)(?: ([^\r\n]*))?\r?\n?$/.exec(text);
  const blob = found?.[1] === KEY_TYPE && found[2] ? strictBase64(found[2]) : null;
  if (!blob) return fail({ code: 'bad_key', detail: 'not a line of an Ed25519 public key' });
  const key = readPublicKeyBlob(blob);
  return key.ok ? ok({ publicKey: key.value, comment: found?.[3] ?? '' }) : key;
}

/** The key asked for last: a log has hundreds of seals, all of one key. */
let lastKey: { readonly bytes: PublicKey; readonly object: KeyObject } | null = null;

function keyObject(key: PublicKey): KeyObject {
  if (lastKey && sameBytes(lastKey.bytes, key)) return lastKey.object;
  const object = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, key]), format: 'der', type: 'spki' });
  lastKey = { bytes: Uint8Array.from(key), object };
  return object;
}

/**
 * Digests of (key, signature, message) that fit. A bundle's seals are checked when it is read, when its events are stored and at every rebuild,
 * and the certificate in all seals of a log is the same: what fitted once fits for ever.
 */
const fitted = new Set<string>();
const FITTED_AT_MOST = 8192;

function remember(digest: string): void {
  const [oldest] = fitted;
  if (fitted.size >= FITTED_AT_MOST && oldest !== undefined) fitted.delete(oldest);
  fitted.add(digest);
}

/** Checks a signature in SSH form: `string "ssh-ed25519", string 64 bytes`. Garbage is simply not a signature. */
export function signatureFits(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  const reader = new SshReader(signature);
  const type = reader.text();
  const bytes = reader.string();
  if (!reader.complete || type !== KEY_TYPE || bytes.length !== SIGNATURE_BYTES) return false;
  // Key and signature have fixed lengths, so the joined bytes can be cut in one way only.
  const digest = hash('sha256', Buffer.concat([key, bytes, message]), 'base64');
  if (fitted.has(digest)) return true;
  const fits = verify(null, message, keyObject(key), bytes);
  if (fits) remember(digest);
  return fits;
}
