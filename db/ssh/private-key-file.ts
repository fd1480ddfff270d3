import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { KEY_TYPE, publicKeyBlob } from './public-key.ts';
import { type Random, SEED_BYTES, type SigningKey, seedOf, signingKeyOfSeed } from './signing-key.ts';
import { joined, SshReader, sameBytes, sshString, strictBase64, uint32 } from './wire.ts';

/** The file format of OpenSSH private keys (PROTOCOL.key), without encryption: stock ssh-keygen reads and encrypts it (`-p`). */
const MAGIC = 'openssh-key-v1\0';
const BEGIN = '-----BEGIN OPENSSH PRIVATE KEY-----';
const END = '-----END OPENSSH PRIVATE KEY-----';
const LINE = 70;
const BLOCK = 8;

/** The text of the key file. `random` gives the check number by which a reader knows a wrong decryption. */
export function privateKeyFile(key: SigningKey, comment: string, random: Random): string {
  const check = random(4);
  const inner = joined(
    ...[check, check, sshString(KEY_TYPE), sshString(key.publicKey)],
    sshString(joined(seedOf(key), key.publicKey)),
    sshString(comment),
  );
  const padding = Uint8Array.from({ length: (BLOCK - (inner.length % BLOCK)) % BLOCK }, (_, at) => at + 1);
  const blob = joined(
    ...[MAGIC, sshString('none'), sshString('none'), sshString(''), uint32(1)],
    sshString(publicKeyBlob(key.publicKey)),
    sshString(joined(inner, padding)),
  );
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return [BEGIN, ...lines, END, ''].join('\n');
}

/** Fault: bad_key; an encrypted file says so in `detail`. */
export function readPrivateKeyFile(text: string): Result<SigningKey> {
  const lines = text.trim().split(/\r?\n/);
  const blob = lines[0] === BEGIN && lines.at(-1) === END ? strictBase64(lines.slice(1, -1).join('')) : null;
  if (!blob) return fail({ code: 'bad_key', detail: 'not an OpenSSH private key file' });
  const reader = new SshReader(blob);
  const magic = Buffer.from(reader.take(MAGIC.length)).toString('latin1');
  const cipher = reader.text();
  const frame = { kdf: reader.text(), options: reader.string(), keys: reader.uint32(), outer: reader.string() };
  const inner = reader.string();
  if (!reader.complete || magic !== MAGIC || frame.keys !== 1) return fail({ code: 'bad_key', detail: 'malformed' });
  if (cipher !== 'none') return fail({ code: 'bad_key', detail: 'encrypted; take the passphrase off a copy with -p' });
  return readInner(inner, frame.outer);
}

function readInner(inner: Uint8Array, outer: Uint8Array): Result<SigningKey> {
  const reader = new SshReader(inner);
  const checks = [reader.uint32(), reader.uint32()];
  const type = reader.text();
  reader.string();
  const secret = reader.string();
  if (!reader.sound || checks[0] !== checks[1] || type !== KEY_TYPE || secret.length !== 2 * SEED_BYTES) {
    return fail({ code: 'bad_key', detail: 'not an Ed25519 private key' });
  }
  const key = signingKeyOfSeed(secret.subarray(0, SEED_BYTES));
  return sameBytes(publicKeyBlob(key.publicKey), outer) ? ok(key) : fail({ code: 'bad_key', detail: 'halves differ' });
}
