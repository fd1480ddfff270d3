import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { type EpochMs, epochMs } from '../../vocabulary/time.ts';
import type { Role } from '../log/event-types.ts';
import {
  type Certificate,
  certificateText,
  type RawCertificate,
  ROLE_EXTENSION,
  readCertificateText,
  USER_CERTIFICATE,
} from './certificate.ts';
import { fingerprintOf, type PublicKey, readPublicKeyBlob, signatureFits } from './public-key.ts';
import { SshReader, sameBytes } from './wire.ts';

const roles: readonly Role[] = ['inspector', 'lead', 'province'];
/** The last instant a Date can hold stands for "without end", which OpenSSH writes as 2^64 − 1 seconds. */
const FOREVER = epochMs.parse(8.64e15);
/** `<team>-<device>@jingxun`; without a hyphen, `authority@jingxun` can never match. */
const PRINCIPAL = /^[A-Za-z0-9]{1,32}-[A-Za-z0-9-]{1,64}@jingxun$/;

export const isDevicePrincipal = (principal: string): boolean => PRINCIPAL.test(principal);

/**
 * Believes a certificate or says why not. Faults: unknown_signer (no authority of ours signed it), bad_certificate.
 * The clock is not asked: refusal must not depend on it.
 */
export function checkCertificate(raw: RawCertificate, authorities: readonly PublicKey[]): Result<Certificate> {
  const signer = readPublicKeyBlob(raw.authorityBlob);
  const authority = signer.ok ? authorities.find((key) => sameBytes(key, signer.value)) : undefined;
  if (!authority) return fail({ code: 'unknown_signer', principal: raw.principals[0] ?? '' });
  if (!signatureFits(authority, raw.signed, raw.signature)) return bad('signature');
  const [principal, ...others] = raw.principals;
  if (raw.type !== USER_CERTIFICATE) return bad('not a user certificate');
  if (principal === undefined || others.length > 0 || !isDevicePrincipal(principal)) return bad('principal');
  if (raw.criticalOptions.length > 0) return bad('critical option');
  if (raw.validAfter >= raw.validBefore) return bad('validity');
  const role = roleIn(raw);
  if (!role) return bad('role');
  return ok({
    publicKey: raw.publicKey,
    fingerprint: fingerprintOf(raw.publicKey),
    serial: raw.serial.toString(),
    principal,
    role,
    validAfter: msOf(raw.validAfter),
    validBefore: msOf(raw.validBefore),
    keyId: raw.keyId,
    authority,
    text: certificateText(raw.blob),
  });
}

/** Parse and check in one step. */
export function checkCertificateText(text: string, authorities: readonly PublicKey[]): Result<Certificate> {
  const raw = readCertificateText(text);
  return raw.ok ? checkCertificate(raw.value, authorities) : raw;
}

const bad = (reason: string) => fail({ code: 'bad_certificate', reason } as const);

function roleIn(raw: RawCertificate): Role | undefined {
  const data = raw.extensions.find((extension) => extension.name === ROLE_EXTENSION)?.data;
  if (!data) return undefined;
  const reader = new SshReader(data);
  const word = reader.text();
  return reader.complete ? roles.find((role) => role === word) : undefined;
}

function msOf(seconds: bigint): EpochMs {
  const ms = seconds * 1000n;
  return ms >= BigInt(FOREVER) ? FOREVER : epochMs.parse(Number(ms));
}

/** Whether a time lies in the certificate's validity, as OpenSSH asks it: from `validAfter`, before `validBefore`. */
export const isInDate = (certificate: Certificate, at: EpochMs): boolean =>
  at >= certificate.validAfter && at < certificate.validBefore;
