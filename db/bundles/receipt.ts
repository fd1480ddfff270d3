import { z } from 'zod';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { canonicalJson } from '../log/canonical-json.ts';
import { type WitnessHead, witnessHead } from '../log/trust-bodies.ts';
import type { Signers } from '../ssh/allowed-signers.ts';
import type { Certificate } from '../ssh/certificate.ts';
import { checkCertificate } from '../ssh/check-certificate.ts';
import type { SigningKey } from '../ssh/signing-key.ts';
import { signSshsig, verifySshsig } from '../ssh/sshsig.ts';

/**
 * What a lead gives a tablet for a bundle taken in: which heads were first held, and when. The same words as a witness event, as a file. It changes
 * nothing in a merge.
 */
const receiptFile = z.strictObject({
  statement: z.strictObject({ heads: z.array(witnessHead) }),
  /** SSHSIG of the namespace `jingxun-receipt` over JCS(statement) LF. */
  sig: z.string(),
});
type ReceiptFile = z.infer<typeof receiptFile>;

export interface Receipt {
  readonly by: Certificate;
  readonly heads: readonly WitnessHead[];
}

const signedText = (statement: ReceiptFile['statement']): string => `${canonicalJson(statement)}\n`;

/** The text of the file. */
export function makeReceipt(heads: readonly WitnessHead[], key: SigningKey, certificate: string): string {
  const statement = { heads: [...heads] };
  const sig = signSshsig({ key, certificate, namespace: 'jingxun-receipt', message: signedText(statement) });
  return `${canonicalJson({ statement, sig })}\n`;
}

/** Faults: file_malformed, bad_signature, unknown_signer, bad_certificate, role_denied (an inspector witnesses nothing). */
export function readReceipt(text: string, path: string, signers: Signers): Result<Receipt> {
  const parsed = receiptFile.safeParse(parseJson(text));
  if (!parsed.success) return fail({ code: 'file_malformed', path, detail: 'receipt' });
  const { statement, sig } = parsed.data;
  const verified = verifySshsig(sig, 'jingxun-receipt', signedText(statement));
  if (!verified.ok) return verified;
  if (!verified.value.certificate) return fail({ code: 'unknown_signer', key: verified.value.fingerprint });
  const by = checkCertificate(verified.value.certificate, signers.authorities);
  if (!by.ok) return by;
  return by.value.role === 'inspector'
    ? fail({ code: 'role_denied', type: 'receipt' })
    : ok({ by: by.value, heads: statement.heads });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
