import type { EventId } from '../../vocabulary/ids.ts';

const ID_BYTES = 32;

/** Ids of many events in little memory, in the order they were added. */
export class IdList {
  #bytes = Buffer.alloc(1024 * ID_BYTES);
  #length = 0;

  add(id: EventId): void {
    if (this.#length === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes, Buffer.alloc(this.#length)]);
    this.#length += this.#bytes.write(id, this.#length, 'hex');
  }

  /** Null beyond the last. */
  at(index: number): EventId | null {
    const from = index * ID_BYTES;
    return from < this.#length ? (this.#bytes.toString('hex', from, from + ID_BYTES) as EventId) : null;
  }
}
