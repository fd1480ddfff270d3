import { hash } from 'node:crypto';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { CERTIFICATE_TYPE, type RawCertificate, readCertificateBlob, readCertificateText } from './certificate.ts';
import { fingerprintOf, type PublicKey, publicKeyBlob, readPublicKeyBlob, signatureFits } from './public-key.ts';
import { type SigningKey, signBytes } from './signing-key.ts';
import { joined, SshReader, sameBytes, sshString, strictBase64, uint32 } from './wire.ts';

/** What a signature is for. One made for one use is worth nothing for another. */
export type Namespace = `jingxun-${'bundle' | 'seal' | 'trust' | 'receipt' | 'krl' | 'pack' | 'update'}`;

/** OpenSSH's file signatures (PROTOCOL.sshsig). */
const MAGIC = 'SSHSIG';
const VERSION = 1;
const HASH = 'sha512';
const BEGIN = '-----BEGIN SSH SIGNATURE-----';
const END = '-----END SSH SIGNATURE-----';
const LINES = /.{1,70}/g;
/** A certificate and its signature take about 1 kB armoured. */
const MAX_ARMOURED = 16 * 1024;

export interface SshsigRequest {
  readonly key: SigningKey;
  /** Text of the certificate to carry inside; without it the bare key stands there. */
  readonly certificate?: string;
  readonly namespace: Namespace;
  /** Text is signed as its UTF-8 bytes. */
  readonly message: string | Uint8Array;
}

/** The armoured signature, as `ssh-keygen -Y sign` would write it. A certificate of another key is a bug of the caller. */
export function signSshsig({ key, certificate, namespace, message }: SshsigRequest): string {
  const signature = signBytes(key, signedData(namespace, message));
  return armoured(
    joined(
      ...[MAGIC, uint32(VERSION), sshString(certificate ? blobOf(certificate, key) : publicKeyBlob(key.publicKey))],
      ...[sshString(namespace), sshString(''), sshString(HASH), sshString(signature)],
    ),
  );
}

function blobOf(certificate: string, key: SigningKey): Uint8Array {
  const raw = readCertificateText(certificate);
  if (!raw.ok || !sameBytes(raw.value.publicKey, key.publicKey)) throw new Error('not a certificate of this key');
  return raw.value.blob;
}

const signedData = (namespace: string, message: string | Uint8Array): Uint8Array =>
  joined(MAGIC, sshString(namespace), sshString(''), sshString(HASH), sshString(hash(HASH, message, 'buffer')));

const armoured = (blob: Uint8Array): string =>
  [BEGIN, ...(Buffer.from(blob).toString('base64').match(LINES) ?? []), END, ''].join('\n');

export interface VerifiedSshsig {
  readonly publicKey: PublicKey;
  /** Of the bare key, also where a certificate stands inside. */
  readonly fingerprint: string;
  /** Not yet believed: ask `checkCertificate`. */
  readonly certificate: RawCertificate | null;
}

/**
 * The key that signed the message in this namespace. Whether that key is to be believed is the caller's question.
 * The armour must be exactly as we would write it, so that no byte of it can change unseen. Fault: bad_signature.
 */
export function verifySshsig(text: string, namespace: Namespace, message: string | Uint8Array): Result<VerifiedSshsig> {
  const parsed = readSshsig(text);
  if (!parsed) return fail({ code: 'bad_signature', detail: 'malformed' });
  if (parsed.namespace !== namespace) return fail({ code: 'bad_signature', detail: 'namespace' });
  const { publicKey, certificate } = parsed;
  if (!signatureFits(publicKey, signedData(namespace, message), parsed.signature)) {
    return fail({ code: 'bad_signature', detail: 'does not fit' });
  }
  return ok({ publicKey, fingerprint: fingerprintOf(publicKey), certificate });
}

interface Sshsig extends Omit<VerifiedSshsig, 'fingerprint'> {
  readonly namespace: string;
  readonly signature: Uint8Array;
}

function readSshsig(text: string): Sshsig | null {
  if (text.length > MAX_ARMOURED) return null;
  const lines = text.split('\n');
  const blob = strictBase64(lines.slice(1, -2).join(''));
  if (!blob || armoured(blob) !== text) return null;
  const reader = new SshReader(blob);
  const magic = Buffer.from(reader.take(MAGIC.length)).toString('latin1');
  const version = reader.uint32();
  const signer = readSigner(reader.string());
  const namespace = reader.text();
  const [reserved, hashName, signature] = [reader.string(), reader.text(), reader.string()];
  if (!reader.complete || magic !== MAGIC || version !== VERSION || !signer) return null;
  return reserved.length === 0 && hashName === HASH ? { ...signer, namespace, signature } : null;
}

function readSigner(blob: Uint8Array): { publicKey: PublicKey; certificate: RawCertificate | null } | null {
  if (new SshReader(blob).text() === CERTIFICATE_TYPE) {
    const raw = readCertificateBlob(blob);
    return raw.ok ? { publicKey: raw.value.publicKey, certificate: raw.value } : null;
  }
  const key = readPublicKeyBlob(blob);
  return key.ok ? { publicKey: key.value, certificate: null } : null;
}
