/** The bytes of the SSH protocols (RFC 4251 §5): big-endian numbers, strings with a length before them. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text counts as its UTF-8 bytes. */
const bytesOf = (value: string | Uint8Array): Uint8Array =>
  typeof value === 'string' ? Buffer.from(value, 'utf8') : value;

export function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function uint64(value: bigint): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

/** A length and the bytes. */
export function sshString(value: string | Uint8Array): Uint8Array {
  const bytes = bytesOf(value);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

/** Parts one after the other; texts are put down bare, without a length. */
export const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array => Buffer.concat(parts.map(bytesOf));

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/**
 * Reads what the writers above wrote. It never throws: past the end, or on text that is not UTF-8, it gives empty values
 * and `sound` turns false for good, so that a parser asks once, after its last field.
 */
export class SshReader {
  readonly #bytes: Buffer;
  #at = 0;
  #sound = true;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get sound(): boolean {
    return this.#sound;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Everything was read and nothing was wrong. */
  get complete(): boolean {
    return this.#sound && this.atEnd;
  }

  take(length: number): Uint8Array {
    if (!this.#sound || length > this.#bytes.length - this.#at) {
      this.#sound = false;
      return new Uint8Array(0);
    }
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  byte(): number {
    return this.take(1)[0] ?? 0;
  }

  uint32(): number {
    const bytes = this.take(4);
    return this.#sound ? Buffer.from(bytes).readUInt32BE() : 0;
  }

  uint64(): bigint {
    const bytes = this.take(8);
    return this.#sound ? Buffer.from(bytes).readBigUInt64BE() : 0n;
  }

  string(): Uint8Array {
    return this.take(this.uint32());
  }

  text(): string {
    const bytes = this.string();
    try {
      return utf8.decode(bytes);
    } catch {
      this.#sound = false;
      return '';
    }
  }
}

/** The bytes of standard base64 written the one right way, or null. */
export function strictBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return text.length > 0 && bytes.toString('base64') === text ? bytes : null;
}
