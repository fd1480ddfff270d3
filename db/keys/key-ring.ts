import { z } from 'zod';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { SigningKey } from '../ssh/signing-key.ts';

/** The version that this build writes; a ring with a greater one is left alone. */
const KEY_RING_VERSION = 1;
const FORMAT = 'jingxun-keys';

/** OWASP's floor for scrypt is 2^15 with r = 8 and three lanes, or 2^17 with one. */
const MIN_COST = 2 ** 15;
/** 1 GiB of memory: more in a file is an attack on this machine, not a better lock. */
const MAX_COST = 2 ** 20;

const base64 = z.base64();
/** AES-256-GCM: 12 bytes of nonce, the sealed bytes, 16 bytes of tag. */
const sealed = base64;

/** How a passphrase becomes the key that wraps the others. */
const scryptSettings = z.strictObject({
  cost: z.int().min(MIN_COST).max(MAX_COST),
  blockSize: z.literal(8),
  parallel: z.int().min(1).max(4),
  salt: base64,
});
export type ScryptSettings = z.infer<typeof scryptSettings>;

const wrapped = z.strictObject({ byPassphrase: sealed.nullable(), byKeychain: base64.nullable() });

/** The file `keys.json` of a data folder: each key several times, wrapped by each thing that may open it. */
const keyRing = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(KEY_RING_VERSION),
  scrypt: scryptSettings.nullable(),
  /** Opens the database; blobs, spool and work files have keys derived from it. */
  database: wrapped.extend({
    /** For the province, should the device's holder be gone: an age file to its recipient. */
    byEscrow: z.array(z.strictObject({ recipient: z.string(), sealed: base64 })),
  }),
  /** Signs seals and bundles. Never given to anyone: no escrow. */
  signing: wrapped.extend({ publicKey: z.string() }),
});
/** What a ring of any version says of itself. */
const versioned = z.looseObject({ format: z.literal(FORMAT), version: z.int() });
export type KeyRing = z.infer<typeof keyRing>;

/** What an opened ring holds. */
export interface OpenKeys {
  /** 32 bytes. */
  readonly databaseKey: Uint8Array;
  readonly signingKey: SigningKey;
}

export const emptyRing = { format: FORMAT, version: KEY_RING_VERSION } as const;

/** Faults: data_newer, data_corrupt. */
export function readKeyRing(text: string): Result<KeyRing> {
  const value = parseJson(text);
  const version = versioned.safeParse(value);
  if (version.success && version.data.version > KEY_RING_VERSION) {
    return fail({ code: 'data_newer', version: version.data.version });
  }
  const ring = keyRing.safeParse(value);
  return ring.success ? ok(ring.data) : fail({ code: 'data_corrupt', detail: 'keys.json' });
}

export const keyRingText = (ring: KeyRing): string => `${JSON.stringify(ring, null, 2)}\n`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
