import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Role } from '../log/event-types.ts';
import type { Stores } from '../sqlite/stores.ts';
import { readAllowedSigners, type Signers, signerFingerprints } from '../ssh/allowed-signers.ts';
import type { Certificate } from '../ssh/certificate.ts';
import { checkCertificateText } from '../ssh/check-certificate.ts';

/** Whom this machine believes. Entered once and never taken from a bundle. */
export function readSigners({ local }: Stores): Signers | null {
  const text = local.get('authority');
  const signers = text === null ? null : readAllowedSigners(text);
  return signers?.ok ? signers.value : null;
}

/**
 * Reads the authority's file against the fingerprint on paper; without one the file itself is trusted, which only the command line
 * does. A machine that has an authority keeps it. Faults: bad_signers, fingerprint_mismatch. Gives whether it is new here.
 */
export function checkAuthority(stores: Stores, text: string, fingerprint: string | null): Result<boolean> {
  const signers = readAllowedSigners(text);
  if (!signers.ok) return signers;
  const found = signerFingerprints(signers.value);
  const [first = ''] = found;
  if (fingerprint !== null && !found.includes(fingerprint)) return fail({ code: 'fingerprint_mismatch', got: first });
  const known = readSigners(stores);
  if (!known) return ok(true);
  const same = [...signerFingerprints(known)].sort().join() === [...found].sort().join();
  return same ? ok(false) : fail({ code: 'fingerprint_mismatch', got: first });
}

/** The certificate of this machine's own key, or null. */
export function readOwnCertificate(stores: Stores, fingerprint: string): Certificate | null {
  const text = stores.local.get('certificate');
  const signers = readSigners(stores);
  const checked = text !== null && signers ? checkCertificateText(text, signers.authorities) : null;
  return checked?.ok && checked.value.fingerprint === fingerprint ? checked.value : null;
}

/** What the own certificates allow; a machine without one works as an inspector. */
export function ownRoles(stores: Stores, own: Certificate | null, fingerprint: string): ReadonlySet<Role> {
  const roles = new Set<Role>(stores.trust.certificatesOf(fingerprint).map((certificate) => certificate.role));
  if (own) roles.add(own.role);
  return roles.size > 0 ? roles : new Set(['inspector']);
}
