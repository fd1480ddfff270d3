import { z } from 'zod';
import type { OpenKeys } from '../../db/keys/key-ring.ts';
import { signingKeyFromPkcs8, signingKeyToPkcs8 } from '../../db/ssh/signing-key.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';

/** What the host keeps in its memory while a record is open: both keys, as one base64 text. */
const secretKeys = z.strictObject({ database: z.base64(), signing: z.base64() });

const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const secretOf = ({ databaseKey, signingKey }: OpenKeys): string =>
  toText(
    Buffer.from(JSON.stringify({ database: toText(databaseKey), signing: toText(signingKeyToPkcs8(signingKey)) })),
  );

export function keysOfSecret(secret: string): Result<OpenKeys> {
  const parsed = secretKeys.safeParse(parseJson(Buffer.from(secret, 'base64').toString('utf8')));
  if (!parsed.success) return fail({ code: 'bad_message', path: 'custody/resume' });
  const signingKey = signingKeyFromPkcs8(Buffer.from(parsed.data.signing, 'base64'));
  if (!signingKey.ok) return signingKey;
  return ok({ databaseKey: Buffer.from(parsed.data.database, 'base64'), signingKey: signingKey.value });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
