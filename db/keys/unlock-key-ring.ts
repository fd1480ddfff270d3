import { Decrypter } from 'age-encryption';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { publicKeyLine } from '../ssh/public-key.ts';
import { signingKeyFromPkcs8 } from '../ssh/signing-key.ts';
import type { KeyRing, OpenKeys } from './key-ring.ts';
import { type Keychain, protects } from './keychain.ts';
import { keyOfPassphrase, unwrapBytes } from './wrap-key.ts';

export type Unlock = { readonly by: 'passphrase'; readonly passphrase: string } | { readonly by: 'keychain' };

/** Opens a ring. Faults: wrong_passphrase, passphrase_needed (no keychain, or it was not wrapped by one), data_corrupt. */
export async function unlockKeyRing(ring: KeyRing, unlock: Unlock, keychain: Keychain): Promise<Result<OpenKeys>> {
  const opened = unlock.by === 'passphrase' ? await byPassphrase(ring, unlock.passphrase) : byKeychain(ring, keychain);
  if (!opened.ok) return opened;
  const { database, signing } = opened.value;
  const signingKey = signingKeyFromPkcs8(signing);
  const fits = signingKey.ok && publicKeyLine(signingKey.value.publicKey) === ring.signing.publicKey;
  if (!fits || database.length !== 32) return fail({ code: 'data_corrupt', detail: 'keys.json' });
  return ok({ databaseKey: database, signingKey: signingKey.value });
}

interface Opened {
  readonly database: Uint8Array;
  readonly signing: Uint8Array;
}

async function byPassphrase(ring: KeyRing, passphrase: string): Promise<Result<Opened>> {
  if (!ring.scrypt || ring.database.byPassphrase === null || ring.signing.byPassphrase === null) {
    return fail({ code: 'wrong_passphrase', detail: 'none was set' });
  }
  const key = await keyOfPassphrase(passphrase, ring.scrypt);
  const database = unwrapBytes(key, 'database', ring.database.byPassphrase);
  if (!database) return fail({ code: 'wrong_passphrase' });
  const signing = unwrapBytes(key, 'signing', ring.signing.byPassphrase);
  return signing ? ok({ database, signing }) : fail({ code: 'data_corrupt', detail: 'keys.json' });
}

function byKeychain(ring: KeyRing, keychain: Keychain): Result<Opened> {
  const { database, signing } = { database: ring.database.byKeychain, signing: ring.signing.byKeychain };
  if (!protects(keychain) || database === null || signing === null) return fail({ code: 'passphrase_needed' });
  const opened = keychain.unwrap(Buffer.from(database, 'base64'));
  if (!opened.ok) return opened;
  const key = keychain.unwrap(Buffer.from(signing, 'base64'));
  return key.ok ? ok({ database: opened.value, signing: key.value }) : key;
}

/** The database key by the province's age identity; the signing key cannot be had this way. Fault: wrong_passphrase. */
export async function openEscrow(ring: KeyRing, identity: string): Promise<Result<Uint8Array>> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
  } catch {
    return fail({ code: 'bad_key', detail: 'age identity' });
  }
  for (const { sealed } of ring.database.byEscrow) {
    try {
      return ok(await decrypter.decrypt(Buffer.from(sealed, 'base64')));
    } catch {
      // Sealed for another recipient; the next one may be ours.
    }
  }
  return fail({ code: 'wrong_passphrase', detail: 'no escrow for this identity' });
}
