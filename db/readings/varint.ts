/** Unsigned LEB128 integers up to 2^53 − 1, and zigzag for signed ones: small numbers take one byte. */
export class VarintWriter {
  #bytes = new Uint8Array(256);
  #length = 0;

  unsigned(value: number): void {
    const at = this.#length;
    if (value < 0x80 && at < this.#bytes.length) {
      this.#bytes[at] = value;
      this.#length = at + 1;
    } else this.#longer(value);
  }

  signed(value: number): void {
    this.unsigned(value < 0 ? -value * 2 - 1 : value * 2);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** Most numbers are one byte and find room; the others come here. */
  #longer(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#push(rest);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** Reads what the writer wrote; reading past the end or a number over 2^53 − 1 is a RangeError that the block decoder catches. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  unsigned(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('varint past the end');
    return byte < 0x80 ? byte : this.#longer(byte & 0x7f);
  }

  signed(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('varint past the end');
    if (byte < 0x80) return (byte >>> 1) ^ -(byte & 1);
    const next = this.#bytes[this.#at];
    if (next !== undefined && next < 0x80) {
      this.#at += 1;
      const low = (byte & 0x7f) | (next << 7);
      return (low >>> 1) ^ -(low & 1);
    }
    const value = this.#longer(byte & 0x7f);
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  /** Most numbers are one byte, steps of time two; the others come here. */
  #longer(low: number): number {
    let value = low;
    for (let scale = 0x80; ; scale *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('varint past the end');
      value += (byte & 0x7f) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError('varint too large');
      if (byte < 0x80) return value;
    }
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('column past the end');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}
