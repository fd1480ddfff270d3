import { hash } from 'node:crypto';

/** sha256 as lower-case hex; text is hashed as UTF-8. */
export function sha256(bytes: string | Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
