import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { SLICE_BYTES } from '../files/byte-source.ts';
import type { EventLines } from '../log/event.ts';
import { parseStoredHeader } from '../log/stored-event.ts';
import { ChainWalk, type WalkedChains } from './chain-walk.ts';
import type { Breathe } from './sum-entries.ts';

/** Lines gathered into slices, so that a million of them are not a million writes. */
export class LineSlices {
  readonly #lines: string[] = [];
  #length = 0;

  /** A full slice, or null while it fills. */
  add(line: string): Uint8Array | null {
    this.#lines.push(line, '\n');
    this.#length += line.length;
    return this.#length < SLICE_BYTES ? null : this.take();
  }

  take(): Uint8Array {
    const slice = Buffer.from(this.#lines.join(''), 'utf8');
    this.#lines.length = 0;
    this.#length = 0;
    return slice;
  }
}

/** Size and sums of a file that will be written. */
export interface Sums {
  readonly size: number;
  readonly crc: number;
  readonly sha256: string;
}

class Summing {
  readonly #slices = new LineSlices();
  readonly #hash = createHash('sha256');
  #size = 0;
  #crc = 0;

  add(line: string): void {
    const slice = this.#slices.add(line);
    if (slice) this.#take(slice);
  }

  finish(): Sums {
    this.#take(this.#slices.take());
    return { size: this.#size, crc: this.#crc, sha256: this.#hash.digest('hex') };
  }

  #take(slice: Uint8Array): void {
    this.#hash.update(slice);
    this.#crc = crc32(slice, this.#crc);
    this.#size += slice.length;
  }
}

export interface SummedLines {
  readonly log: Sums;
  readonly bodies: Sums;
  readonly chains: WalkedChains;
}

const LINES_PER_BREATH = 256;

/** What the files of events will be, before a byte of them is written: their sums stand in files before them. */
export async function sumLines(lines: Iterable<EventLines>, breathe: Breathe): Promise<SummedLines> {
  const [log, bodies, walk] = [new Summing(), new Summing(), new ChainWalk()];
  let count = 0;
  for (const { id, header, body } of lines) {
    if (walk.add(id, parseStoredHeader(header)) === 'out-of-order') throw new Error(`event ${id} is out of order`);
    log.add(header);
    bodies.add(body);
    count += 1;
    if (count % LINES_PER_BREATH === 0) await breathe();
  }
  return { log: log.finish(), bodies: bodies.finish(), chains: walk.finish() };
}
