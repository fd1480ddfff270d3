import type { EpochMs } from '../../vocabulary/time.ts';
import type { Role } from '../log/event-types.ts';
import { CERTIFICATE_TYPE, certificateText, ROLE_EXTENSION, USER_CERTIFICATE } from './certificate.ts';
import { type PublicKey, publicKeyBlob } from './public-key.ts';
import { type Random, type SigningKey, signBytes } from './signing-key.ts';
import { joined, sshString, uint32, uint64 } from './wire.ts';

export interface CertificateRequest {
  readonly publicKey: PublicKey;
  /** `<team>-<device>@jingxun`. */
  readonly principal: string;
  readonly role: Role;
  /** Decimal, from 1. A revocation list cannot name 0. */
  readonly serial: string;
  readonly validAfter: EpochMs;
  readonly validBefore: EpochMs;
}

const NONCE_BYTES = 32;
const seconds = (ms: number): bigint => BigInt(Math.floor(ms / 1000));

/** Signs a device certificate byte for byte as `ssh-keygen -s … -O clear -O extension:role@jingxun=…` would; gives its text. */
export function signCertificate(authority: SigningKey, request: CertificateRequest, random: Random): string {
  const role = joined(sshString(ROLE_EXTENSION), sshString(sshString(request.role)));
  const signed = joined(
    ...[sshString(CERTIFICATE_TYPE), sshString(random(NONCE_BYTES)), sshString(request.publicKey)],
    ...[uint64(BigInt(request.serial)), uint32(USER_CERTIFICATE), sshString(request.principal)],
    sshString(sshString(request.principal)),
    ...[uint64(seconds(request.validAfter)), uint64(seconds(request.validBefore))],
    ...[sshString(''), sshString(role), sshString('')],
    sshString(publicKeyBlob(authority.publicKey)),
  );
  return certificateText(joined(signed, sshString(signBytes(authority, signed))));
}
