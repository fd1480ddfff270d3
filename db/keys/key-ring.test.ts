import { randomBytes } from 'node:crypto';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { createKeyRing, type NewKeyRing, rewrapPassphrase } from './create-key-ring.ts';
import { deriveKey } from './derive-key.ts';
import { keyRingText, readKeyRing } from './key-ring.ts';
import { type Keychain, noKeychain } from './keychain.ts';
import { openEscrow, unlockKeyRing } from './unlock-key-ring.ts';

const cost = 2 ** 15;
const wish: NewKeyRing = { passphrase: '井下 7', keychain: noKeychain, escrow: [], random: randomBytes, cost };
const by = (passphrase: string) => ({ by: 'passphrase', passphrase }) as const;

const flip = (bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
const keychain = (kind: ReturnType<Keychain['available']>): Keychain => ({
  available: () => kind,
  wrap: (bytes) => ok(flip(bytes)),
  unwrap: (bytes) => ok(flip(bytes)),
});

describe('the key ring', () => {
  test('opens with its passphrase, in any normal form, and with no other', async () => {
    const { ring, keys } = orThrow(await createKeyRing({ ...wish, passphrase: 'é' }));
    const read = orThrow(readKeyRing(keyRingText(ring)));
    const opened = orThrow(await unlockKeyRing(read, by('e\u0301'), noKeychain));
    expect(Buffer.from(opened.databaseKey)).toEqual(Buffer.from(keys.databaseKey));
    expect(opened.signingKey.fingerprint).toBe(keys.signingKey.fingerprint);
    expect(await unlockKeyRing(read, by('e'), noKeychain)).toMatchObject({ fault: { code: 'wrong_passphrase' } });
    expect(await unlockKeyRing(read, { by: 'keychain' }, keychain('keychain'))).toMatchObject({
      fault: { code: 'passphrase_needed' },
    });
  });

  test('shows neither key in its file', async () => {
    const { ring, keys } = orThrow(await createKeyRing({ ...wish, keychain: keychain('basic_text') }));
    const text = keyRingText(ring);
    expect(text).not.toContain(Buffer.from(keys.databaseKey).toString('base64'));
    expect(ring.database.byKeychain).toBeNull();
    expect(ring.signing.byKeychain).toBeNull();
  });

  test('a keychain alone is enough; its plain-text fallback is not', async () => {
    const made = orThrow(await createKeyRing({ ...wish, passphrase: null, keychain: keychain('keychain') }));
    const opened = orThrow(await unlockKeyRing(made.ring, { by: 'keychain' }, keychain('keychain')));
    expect(opened.signingKey.fingerprint).toBe(made.keys.signingKey.fingerprint);
    expect(await unlockKeyRing(made.ring, by(''), noKeychain)).toMatchObject({ fault: { code: 'wrong_passphrase' } });
    for (const kind of ['basic_text', 'none'] as const) {
      const refused = await createKeyRing({ ...wish, passphrase: null, keychain: keychain(kind) });
      expect(refused).toMatchObject({ fault: { code: 'passphrase_needed' } });
    }
  });

  test('a changed passphrase opens the same keys, the old one nothing', async () => {
    const { ring, keys } = orThrow(await createKeyRing(wish));
    const changed = await rewrapPassphrase(ring, keys, 'new', randomBytes, cost);
    const opened = orThrow(await unlockKeyRing(changed, by('new'), noKeychain));
    expect(Buffer.from(opened.databaseKey)).toEqual(Buffer.from(keys.databaseKey));
    expect(await unlockKeyRing(changed, by('井下 7'), noKeychain)).toMatchObject({
      fault: { code: 'wrong_passphrase' },
    });
  });

  test('the escrow opens the database key and never the signing key', async () => {
    const identity = await generateIdentity();
    const escrow = [await identityToRecipient(await generateIdentity()), await identityToRecipient(identity)];
    const { ring, keys } = orThrow(await createKeyRing({ ...wish, escrow }));
    expect(Buffer.from(orThrow(await openEscrow(ring, identity)))).toEqual(Buffer.from(keys.databaseKey));
    expect(await openEscrow(ring, await generateIdentity())).toMatchObject({ ok: false });
    expect(Object.keys(ring.signing)).toEqual(['byPassphrase', 'byKeychain', 'publicKey']);
    expect(await createKeyRing({ ...wish, escrow: ['age1nonsense'] })).toMatchObject({ fault: { code: 'bad_key' } });
  });

  test('a newer ring and a damaged one are told apart', async () => {
    const { ring } = orThrow(await createKeyRing(wish));
    expect(readKeyRing(keyRingText(ring).replace('"version": 1', '"version": 2'))).toMatchObject({
      fault: { code: 'data_newer' },
    });
    for (const text of ['', '{}', '[]', keyRingText(ring).replace('32768', '1024'), keyRingText(ring).slice(0, 90)]) {
      expect(readKeyRing(text)).toMatchObject({ fault: { code: 'data_corrupt' } });
    }
    const swapped = { ...ring, signing: { ...ring.signing, byPassphrase: ring.database.byPassphrase } };
    expect(await unlockKeyRing(swapped, by('井下 7'), noKeychain)).toMatchObject({ fault: { code: 'data_corrupt' } });
  });

  test('each use has a key of its own', () => {
    const key = new Uint8Array(32).fill(9);
    const derived = (['blobs', 'spool', 'work'] as const).map((use) =>
      Buffer.from(deriveKey(key, use)).toString('hex'),
    );
    expect(new Set([...derived, Buffer.from(key).toString('hex')]).size).toBe(4);
  });
});
