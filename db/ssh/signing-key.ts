import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { fingerprintOf, KEY_TYPE, type PublicKey } from './public-key.ts';
import { joined, sshString } from './wire.ts';

/** Random bytes from outside, so that tests can fix them. */
export type Random = (length: number) => Uint8Array;

export const SEED_BYTES = 32;

/** An Ed25519 key that can sign. */
export interface SigningKey {
  readonly publicKey: PublicKey;
  readonly fingerprint: string;
  readonly privateKey: KeyObject;
}

/** What stands before the 32 bytes of the seed in PKCS #8 (RFC 8410 §7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export const generateSigningKey = (random: Random): SigningKey => signingKeyOfSeed(random(SEED_BYTES));

export function signingKeyOfSeed(seed: Uint8Array): SigningKey {
  if (seed.length !== SEED_BYTES) throw new Error('an Ed25519 seed is 32 bytes');
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = Uint8Array.from(spki.subarray(-32));
  return { publicKey, fingerprint: fingerprintOf(publicKey), privateKey };
}

export const signingKeyToPkcs8 = (key: SigningKey): Uint8Array =>
  Uint8Array.from(key.privateKey.export({ format: 'der', type: 'pkcs8' }));

export const seedOf = (key: SigningKey): Uint8Array => signingKeyToPkcs8(key).subarray(PKCS8_PREFIX.length);

/** Fault: bad_key, for anything but the 48 bytes that `signingKeyToPkcs8` gives. */
export function signingKeyFromPkcs8(bytes: Uint8Array): Result<SigningKey> {
  const prefix = Buffer.from(bytes.subarray(0, PKCS8_PREFIX.length));
  if (bytes.length !== PKCS8_PREFIX.length + SEED_BYTES || !prefix.equals(PKCS8_PREFIX)) {
    return fail({ code: 'bad_key', detail: 'not an Ed25519 private key' });
  }
  return ok(signingKeyOfSeed(bytes.subarray(PKCS8_PREFIX.length)));
}

/** A signature in SSH form: `string "ssh-ed25519", string 64 bytes`. */
export const signBytes = (key: SigningKey, message: Uint8Array): Uint8Array =>
  joined(sshString(KEY_TYPE), sshString(sign(null, message, key.privateKey)));
