import { hash } from 'node:crypto';
import { type Sha256Hex, sha256Hex } from '../../vocabulary/ids.ts';

/** sha256 as lower-case hex; text is hashed as UTF-8. */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

export const sha256Of = (bytes: string | Uint8Array): Sha256Hex => sha256Hex.parse(sha256(bytes));
