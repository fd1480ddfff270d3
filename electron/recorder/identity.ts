import { readAllowedSigners, signerFingerprints } from '../../db/ssh/allowed-signers.ts';
import { certificateRequest } from '../../db/ssh/certificate-request.ts';
import { checkCertificateText } from '../../db/ssh/check-certificate.ts';
import { ok } from '../../vocabulary/result.ts';
import type { SessionState } from '../ports/session-models.ts';
import type { Desk } from './desk.ts';
import type { Some } from './methods.ts';

/** The certificate of this device: asked for, looked at, taken. */
export function identityHandlers(
  desk: Desk,
  state: () => SessionState,
): Some<'identity/request' | 'identity/preview' | 'identity/enrol'> {
  return {
    'identity/request': ({ principal }) => {
      const record = desk.need();
      return record.ok ? certificateRequest(record.value.identity.publicKey, principal) : record;
    },
    'identity/preview': ({ certificate, signers }) => {
      const record = desk.need();
      if (!record.ok) return record;
      const authority = readAllowedSigners(signers);
      if (!authority.ok) return authority;
      const text = certificate.trim().split(/\s+/).slice(0, 2).join(' ');
      const checked = checkCertificateText(text, authority.value.authorities);
      if (!checked.ok) return checked;
      const { principal, role, validBefore, fingerprint } = checked.value;
      const [authorityFingerprint = ''] = signerFingerprints(authority.value);
      const fitsThisDevice = fingerprint === record.value.identity.fingerprint;
      return ok({ principal, role, validBefore, authorityFingerprint, fitsThisDevice });
    },
    'identity/enrol': (paper) => {
      const record = desk.need();
      if (!record.ok) return record;
      const taken = record.value.enrol(paper);
      if (!taken.ok) return taken;
      desk.tell('session', state());
      desk.tell('changed', { areas: ['session', 'exchange'] });
      return ok(state());
    },
  };
}
