import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { fingerprintOf, type PublicKey, publicKeyLine, readPublicKeyLine } from './public-key.ts';
import { sameBytes } from './wire.ts';

/** The authorities that a machine trusts: what an `allowed_signers` file says to it and to stock ssh-keygen alike. */
export interface Signers {
  readonly authorities: readonly PublicKey[];
}

const DEVICES = '*@jingxun cert-authority,namespaces="jingxun-*" ';
const STATEMENTS = 'authority@jingxun namespaces="jingxun-trust,jingxun-krl" ';

/** Two lines for each authority: its certificates, and its own statements. */
export const allowedSignersFile = (authorities: readonly PublicKey[], comment = ''): string =>
  authorities
    .flatMap((key) => [DEVICES, STATEMENTS].map((start) => `${start}${publicKeyLine(key, comment)}\n`))
    .join('');

/**
 * Reads such a file. Anything that would make ssh-keygen believe more or less than we do is refused: other principals, options,
 * key types, or one line of a pair without the other. Blank lines and `#` comments may stand. Fault: bad_signers.
 */
export function readAllowedSigners(text: string): Result<Signers> {
  const devices: PublicKey[] = [];
  const statements: PublicKey[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const start = [DEVICES, STATEMENTS].find((known) => line.startsWith(known));
    const key = start === undefined ? null : readPublicKeyLine(line.slice(start.length));
    if (!key?.ok) return fail({ code: 'bad_signers', detail: `line ${at + 1}` });
    (start === DEVICES ? devices : statements).push(key.value.publicKey);
  }
  if (devices.length === 0) return fail({ code: 'bad_signers', detail: 'no authority' });
  const paired = (ones: PublicKey[], others: PublicKey[]) =>
    ones.every((one, at) => others.some((other) => sameBytes(one, other)) && !isRepeated(ones, at));
  if (!paired(devices, statements) || !paired(statements, devices)) {
    return fail({ code: 'bad_signers', detail: 'each authority needs its two lines, once' });
  }
  return ok({ authorities: devices });
}

const isRepeated = (keys: readonly PublicKey[], at: number): boolean => {
  const key = keys[at];
  return key !== undefined && keys.slice(0, at).some((earlier) => sameBytes(earlier, key));
};

export const signerFingerprints = (signers: Signers): readonly string[] => signers.authorities.map(fingerprintOf);
