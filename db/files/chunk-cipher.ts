import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/**
 * Encrypted files: `JXE1`, 16 bytes of salt, then chunks of 64 KiB, each AES-256-GCM with its 16-byte tag at the end. The file's key is
 * HKDF-SHA256 of the folder's key and the salt, so that no nonce is ever used twice; a chunk's nonce is its number (11 bytes) and whether it
 * is the last (1 byte): chunks cannot be reordered, left out or cut off unseen. An empty file has one empty chunk.
 */
export const MAGIC = Buffer.from('JXE1');
export const SALT_BYTES = 16;
export const HEAD_BYTES = MAGIC.length + SALT_BYTES;
export const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
const CIPHER = 'aes-256-gcm';

export interface ChunkCipher {
  readonly seal: (number: number, isLast: boolean, plain: Uint8Array) => Uint8Array;
  /** Null where the chunk was altered or is not the one asked for. */
  readonly open: (number: number, isLast: boolean, sealed: Uint8Array) => Uint8Array | null;
}

export function chunkCipher(folderKey: Uint8Array, salt: Uint8Array): ChunkCipher {
  const key = Buffer.from(hkdfSync('sha256', folderKey, salt, 'jingxun file', 32));
  return {
    seal: (number, isLast, plain) => {
      const cipher = createCipheriv(CIPHER, key, nonceOf(number, isLast));
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (number, isLast, sealed) => {
      if (sealed.length < TAG_BYTES) return null;
      const decipher = createDecipheriv(CIPHER, key, nonceOf(number, isLast), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
      try {
        return Buffer.concat([plain, decipher.final()]);
      } catch {
        return null; // the one error of `final` here: the tag does not fit
      }
    },
  };
}

function nonceOf(number: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 5, 6);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Sizes of an encrypted file of so many bytes, or null where no such file can be ours. */
export function plainLayout(fileBytes: number): { readonly size: number; readonly chunks: number } | null {
  const body = fileBytes - HEAD_BYTES;
  const chunks = Math.ceil(body / SEALED_CHUNK_BYTES);
  const size = body - chunks * TAG_BYTES;
  // Only an empty file may end with an empty chunk.
  const lastPlain = size - (chunks - 1) * CHUNK_BYTES;
  return chunks < 1 || lastPlain < 0 || (lastPlain === 0 && chunks > 1) ? null : { size, chunks };
}
