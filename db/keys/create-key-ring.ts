import { Encrypter } from 'age-encryption';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { publicKeyLine } from '../ssh/public-key.ts';
import { generateSigningKey, type Random, signingKeyToPkcs8 } from '../ssh/signing-key.ts';
import { emptyRing, type KeyRing, type OpenKeys, type ScryptSettings } from './key-ring.ts';
import { type Keychain, protects } from './keychain.ts';
import { keyOfPassphrase, wrapBytes } from './wrap-key.ts';

const DATABASE_KEY_BYTES = 32;
const SALT_BYTES = 16;
/** 64 MiB and about a fifth of a second on a tablet. */
const USUAL_COST = 2 ** 16;

export interface NewKeyRing {
  /** Null only where a keychain protects the keys. */
  readonly passphrase: string | null;
  readonly keychain: Keychain;
  /** age recipients of the province (`age1…`). */
  readonly escrow: readonly string[];
  readonly random: Random;
  /** scrypt's N. */
  readonly cost?: number;
}

export interface MadeKeyRing {
  readonly ring: KeyRing;
  readonly keys: OpenKeys;
}

/** New keys for a new data folder. Faults: passphrase_needed (nothing would protect them), bad_key (an escrow recipient). */
export async function createKeyRing(wish: NewKeyRing): Promise<Result<MadeKeyRing>> {
  if (wish.passphrase === null && !protects(wish.keychain)) return fail({ code: 'passphrase_needed' });
  const keys = { databaseKey: wish.random(DATABASE_KEY_BYTES), signingKey: generateSigningKey(wish.random) };
  const byEscrow: { recipient: string; sealed: string }[] = [];
  for (const recipient of wish.escrow) {
    const sealed = await sealForRecipient(recipient, keys.databaseKey);
    if (!sealed.ok) return sealed;
    byEscrow.push({ recipient, sealed: sealed.value });
  }
  const byKeychain = wrapByKeychain(wish.keychain, keys);
  if (!byKeychain.ok) return byKeychain;
  const bare: KeyRing = {
    ...emptyRing,
    scrypt: null,
    database: { byPassphrase: null, byKeychain: byKeychain.value?.database ?? null, byEscrow },
    signing: {
      byPassphrase: null,
      byKeychain: byKeychain.value?.signing ?? null,
      publicKey: publicKeyLine(keys.signingKey.publicKey),
    },
  };
  if (wish.passphrase === null) return ok({ ring: bare, keys });
  return ok({ ring: await rewrapPassphrase(bare, keys, wish.passphrase, wish.random, wish.cost), keys });
}

/** The same ring under another passphrase; the keys inside stay, so nothing else has to be written anew. */
export async function rewrapPassphrase(
  ring: KeyRing,
  keys: OpenKeys,
  passphrase: string,
  random: Random,
  cost = USUAL_COST,
): Promise<KeyRing> {
  const salt = Buffer.from(random(SALT_BYTES)).toString('base64');
  const scrypt: ScryptSettings = { cost, blockSize: 8, parallel: 1, salt };
  const key = await keyOfPassphrase(passphrase, scrypt);
  const signing = wrapBytes(key, 'signing', signingKeyToPkcs8(keys.signingKey), random);
  return {
    ...ring,
    scrypt,
    database: { ...ring.database, byPassphrase: wrapBytes(key, 'database', keys.databaseKey, random) },
    signing: { ...ring.signing, byPassphrase: signing },
  };
}

type ByKeychain = { readonly database: string; readonly signing: string } | null;

function wrapByKeychain(keychain: Keychain, keys: OpenKeys): Result<ByKeychain> {
  if (!protects(keychain)) return ok(null);
  const database = keychain.wrap(keys.databaseKey);
  if (!database.ok) return database;
  const signing = keychain.wrap(signingKeyToPkcs8(keys.signingKey));
  if (!signing.ok) return signing;
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return ok({ database: text(database.value), signing: text(signing.value) });
}

async function sealForRecipient(recipient: string, bytes: Uint8Array): Promise<Result<string>> {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    return fail({ code: 'bad_key', detail: `age recipient ${recipient}` });
  }
  return ok(Buffer.from(await encrypter.encrypt(bytes)).toString('base64'));
}
