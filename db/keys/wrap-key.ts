import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import type { Random } from '../ssh/signing-key.ts';
import type { ScryptSettings } from './key-ring.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What a wrapped key is for; one put in the other's place does not open. */
export type KeyUse = 'database' | 'signing';

/** The wrapping key behind a passphrase. Passphrases typed on two keyboards must give one key: normal form C. */
export function keyOfPassphrase(passphrase: string, settings: ScryptSettings): Promise<Uint8Array> {
  const { cost: N, blockSize: r, parallel: p, salt } = settings;
  const options = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** base64 of nonce, sealed bytes, tag. */
export function wrapBytes(key: Uint8Array, use: KeyUse, bytes: Uint8Array, random: Random): string {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(use));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Null where this key does not open it. */
export function unwrapBytes(key: Uint8Array, use: KeyUse, wrapped: string): Uint8Array | null {
  const bytes = Buffer.from(wrapped, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(use)).setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const opened = decipher.update(bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    return null; // the tag does not fit
  }
}
