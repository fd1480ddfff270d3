import type { Result } from '../../vocabulary/result.ts';

/** The operating system's safe for secrets. */
export interface Keychain {
  /** `basic_text` is a fallback that protects nothing, and counts as none. */
  available(): 'keychain' | 'basic_text' | 'none';
  wrap(bytes: Uint8Array): Result<Uint8Array>;
  unwrap(bytes: Uint8Array): Result<Uint8Array>;
}

/** Where there is no keychain to ask: the command line, the browser host. */
export const noKeychain: Keychain = {
  available: () => 'none',
  wrap: () => {
    throw new Error('there is no keychain');
  },
  unwrap: () => {
    throw new Error('there is no keychain');
  },
};

export const protects = (keychain: Keychain): boolean => keychain.available() === 'keychain';
