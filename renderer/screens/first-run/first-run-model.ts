import type { PersonFields } from '../../../electron/ports/session-models.ts';

const PASSPHRASE_LENGTH = 6;

/** Who is ready when all three are written. */
export const personReady = (person: PersonFields): boolean =>
  [person.name, person.certificateNo, person.team].every((one) => one.trim() !== '');

export type PassphraseTrouble =
  | { readonly kind: 'short'; readonly missing: number }
  | { readonly kind: 'differ' }
  | null;

/** What is wrong with the two passphrases; nothing while the second is still empty. */
export function passphraseTrouble(first: string, second: string): PassphraseTrouble {
  const missing = PASSPHRASE_LENGTH - [...first].length;
  if (first !== '' && missing > 0) return { kind: 'short', missing };
  return second !== '' && second !== first ? { kind: 'differ' } : null;
}

export const passphraseReady = (first: string, second: string): boolean =>
  [...first].length >= PASSPHRASE_LENGTH && first === second;
