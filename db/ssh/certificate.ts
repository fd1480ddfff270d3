import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { EpochMs } from '../../vocabulary/time.ts';
import type { Role } from '../log/event-types.ts';
import type { PublicKey } from './public-key.ts';
import { SshReader, strictBase64 } from './wire.ts';

/** OpenSSH certificates (PROTOCOL.certkeys), of Ed25519 keys only. */
export const CERTIFICATE_TYPE = 'ssh-ed25519-cert-v01@openssh.com';
export const USER_CERTIFICATE = 1;
export const ROLE_EXTENSION = 'role@jingxun';

/** A device certificate that the authority signed and that keeps all our rules. Whether it is in date is asked separately. */
export interface Certificate {
  readonly publicKey: PublicKey;
  /** Of the bare key. */
  readonly fingerprint: string;
  /** Decimal. */
  readonly serial: string;
  readonly principal: string;
  readonly role: Role;
  readonly validAfter: EpochMs;
  /** The first instant at which it no longer holds. */
  readonly validBefore: EpochMs;
  readonly keyId: string;
  /** The authority that signed it. */
  readonly authority: PublicKey;
  /** `ssh-ed25519-cert-v01@openssh.com AAAA…`, without comment or line end. */
  readonly text: string;
}

/** What a certificate says, before anyone asked whether it is to be believed. Times in seconds. */
export interface RawCertificate {
  readonly publicKey: PublicKey;
  readonly serial: bigint;
  readonly type: number;
  readonly keyId: string;
  readonly principals: readonly string[];
  readonly validAfter: bigint;
  readonly validBefore: bigint;
  readonly criticalOptions: readonly CertificateOption[];
  readonly extensions: readonly CertificateOption[];
  readonly authorityBlob: Uint8Array;
  readonly signature: Uint8Array;
  /** All bytes before the signature. */
  readonly signed: Uint8Array;
  readonly blob: Uint8Array;
}

interface CertificateOption {
  readonly name: string;
  readonly data: Uint8Array;
}

const malformed = (reason: string) => fail({ code: 'bad_certificate', reason } as const);

/** Takes the bytes of a certificate apart. Fault: bad_certificate. */
export function readCertificateBlob(blob: Uint8Array): Result<RawCertificate> {
  const reader = new SshReader(blob);
  if (reader.text() !== CERTIFICATE_TYPE) return malformed('type');
  reader.string(); // the nonce only hardens the signature
  const publicKey = Uint8Array.from(reader.string());
  const serial = reader.uint64();
  const type = reader.uint32();
  const keyId = reader.text();
  const principals = readTexts(reader.string());
  const [validAfter, validBefore] = [reader.uint64(), reader.uint64()];
  const criticalOptions = readOptions(reader.string());
  const extensions = readOptions(reader.string());
  const reserved = reader.string();
  const authorityBlob = reader.string();
  const signature = reader.string();
  if (!reader.complete || publicKey.length !== 32 || reserved.length > 0) return malformed('structure');
  if (!principals || !criticalOptions || !extensions) return malformed('structure');
  const signed = blob.subarray(0, blob.length - signature.length - 4);
  return ok({
    publicKey,
    serial,
    type,
    keyId,
    principals,
    validAfter,
    validBefore,
    criticalOptions,
    extensions,
    authorityBlob,
    signature,
    signed,
    blob,
  });
}

function readTexts(bytes: Uint8Array): readonly string[] | null {
  const reader = new SshReader(bytes);
  const texts: string[] = [];
  while (reader.sound && !reader.atEnd) texts.push(reader.text());
  return reader.sound ? texts : null;
}

/** Options stand in rising order of name, each once, as OpenSSH demands. */
function readOptions(bytes: Uint8Array): readonly CertificateOption[] | null {
  const reader = new SshReader(bytes);
  const options: CertificateOption[] = [];
  while (reader.sound && !reader.atEnd) options.push({ name: reader.text(), data: reader.string() });
  const rising = options.every(({ name }, at) => at === 0 || name > (options[at - 1]?.name ?? ''));
  return reader.sound && rising ? options : null;
}

export const certificateText = (blob: Uint8Array): string =>
  `${CERTIFICATE_TYPE} ${Buffer.from(blob).toString('base64')}`;

/** A `-cert.pub` line; a comment and one line end may follow. Fault: bad_certificate. */
export function readCertificateText(text: string): Result<RawCertificate> {
  const found = /^(\S+) (\S+)(?: [^\r\n]*)?\r?\n?$/.exec(text);
  const blob = found?.[1] === CERTIFICATE_TYPE && found[2] ? strictBase64(found[2]) : null;
  return blob ? readCertificateBlob(blob) : malformed('text');
}
