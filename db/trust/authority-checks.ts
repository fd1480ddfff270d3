import type { Certificate, RawCertificate } from '../ssh/certificate.ts';
import { checkCertificate, checkCertificateText } from '../ssh/check-certificate.ts';
import { fingerprintOf, type PublicKey } from '../ssh/public-key.ts';
import { verifySshsig } from '../ssh/sshsig.ts';
import type { DeviceCertificate, TrustChecks } from './trust-facts.ts';

export const toDeviceCertificate = (certificate: Certificate): DeviceCertificate => ({
  key: certificate.fingerprint,
  serial: certificate.serial,
  principal: certificate.principal,
  role: certificate.role,
  afterMs: certificate.validAfter,
  beforeMs: certificate.validBefore,
});

/** The checks of trust under the authorities of this machine; with none, keys can seal but nobody is enrolled. */
export function authorityChecks(authorities: readonly PublicKey[]): TrustChecks {
  const fingerprints = new Set(authorities.map(fingerprintOf));
  const believed = (raw: RawCertificate | null): DeviceCertificate | null => {
    const checked = raw && checkCertificate(raw, authorities);
    return checked?.ok ? toDeviceCertificate(checked.value) : null;
  };
  return {
    seal: (line, sig) => {
      const verified = verifySshsig(sig, 'jingxun-seal', line);
      if (!verified.ok) return null;
      // A certificate of another authority says nothing here; the key itself still seals its own log.
      return { key: verified.value.fingerprint, certificate: believed(verified.value.certificate) };
    },
    certificate: (text) => {
      const checked = checkCertificateText(text, authorities);
      return checked.ok ? toDeviceCertificate(checked.value) : null;
    },
    // The authority signs with its bare key; a certificate with its principal is never accepted.
    statement: (canonical, sig) => {
      const verified = verifySshsig(sig, 'jingxun-trust', `${canonical}\n`);
      return verified.ok && !verified.value.certificate && fingerprints.has(verified.value.fingerprint);
    },
  };
}
