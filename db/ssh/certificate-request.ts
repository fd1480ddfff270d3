import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { isDevicePrincipal } from './check-certificate.ts';
import { type PublicKey, publicKeyLine, readPublicKeyLine } from './public-key.ts';

/** What a device asks of the authority: a public key file whose comment is the wanted name, so that `ssh-keygen -s` can answer it as well. */
export interface CertificateRequestFile {
  /** `team03-dev1.pub` */
  readonly name: string;
  readonly text: string;
}

/** Fault: bad_certificate, for a principal that no certificate may have. */
export function certificateRequest(publicKey: PublicKey, principal: string): Result<CertificateRequestFile> {
  if (!isDevicePrincipal(principal)) return fail({ code: 'bad_certificate', reason: `principal ${principal}` });
  return ok({ name: `${principal.split('@')[0]}.pub`, text: `${publicKeyLine(publicKey, principal)}\n` });
}

/** Faults: bad_key, bad_certificate. */
export function readCertificateRequest(
  text: string,
): Result<{ readonly publicKey: PublicKey; readonly principal: string }> {
  const line = readPublicKeyLine(text);
  if (!line.ok) return line;
  const { publicKey, comment: principal } = line.value;
  if (!isDevicePrincipal(principal)) return fail({ code: 'bad_certificate', reason: `principal ${principal}` });
  return ok({ publicKey, principal });
}
