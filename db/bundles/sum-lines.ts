import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { freeNow, SLICE_BYTES } from '../files/byte-source.ts';
import type { EventLines } from '../log/event.ts';
import { linkOf } from '../log/header-line.ts';
import { ChainWalk, type WalkedChains } from './chain-walk.ts';
import type { Breathe } from './sum-entries.ts';

/** Lines gathered into slices, so that a million of them are not a million writes. */
export class LineSlices {
  #lines: string[] = [];
  #units = 0;
  #bytes = Buffer.allocUnsafeSlow(SLICE_BYTES);
  #length = 0;

  /** A full slice, whose memory is the taker's from now on, or null while it fills. */
  add(line: string): Uint8Array | null {
    this.#lines.push(line);
    this.#units += line.length + 1;
    return this.#units < UNITS_AT_ONCE ? null : this.#encode();
  }

  /** What was gathered since. */
  rest(): readonly Uint8Array[] {
    return [this.#encode(), this.#cut(0)].flatMap((slice) => slice ?? []);
  }

  #encode(): Uint8Array | null {
    this.#lines.push('');
    const text = this.#lines.join('\n');
    this.#lines = [];
    this.#units = 0;
    const most = text.length * MAX_UTF8_BYTES;
    const full = this.#length + most > this.#bytes.length ? this.#cut(most) : null;
    this.#length += this.#bytes.write(text, this.#length, 'utf8');
    return full;
  }

  #cut(room: number): Uint8Array | null {
    const slice = this.#length > 0 ? this.#bytes.subarray(0, this.#length) : null;
    this.#bytes = Buffer.allocUnsafeSlow(Math.max(SLICE_BYTES, room));
    this.#length = 0;
    return slice;
  }
}

/** Lines are joined to about so much before they become bytes: a call for each of them costs more than the bytes. */
const UNITS_AT_ONCE = 8 * 1024;

/** Size and sums of a file that will be written. */
export interface Sums {
  readonly size: number;
  readonly crc: number;
  readonly sha256: string;
  /** All its bytes, where they are few enough to keep in memory; else null, and the lines are asked for again. Whoever has written one frees it. */
  readonly slices: readonly Uint8Array[] | null;
}

/** How much of a file is kept from summing to writing: most bundles of a team, and little beside what a page of the screen takes. */
const KEPT_BYTES = 24 * 1024 * 1024;
/** UTF-8 bytes of one unit of a JavaScript string at most. */
const MAX_UTF8_BYTES = 3;

class Summing {
  readonly #slices = new LineSlices();
  readonly #hash = createHash('sha256');
  #kept: Uint8Array[] | null = [];
  #size = 0;
  #crc = 0;

  add(line: string): void {
    const slice = this.#slices.add(line);
    if (slice) this.#take(slice);
  }

  finish(): Sums {
    for (const slice of this.#slices.rest()) this.#take(slice);
    return { size: this.#size, crc: this.#crc, sha256: this.#hash.digest('hex'), slices: this.#kept };
  }

  #take(slice: Uint8Array): void {
    this.#hash.update(slice);
    this.#crc = crc32(slice, this.#crc);
    this.#size += slice.length;
    this.#kept?.push(slice);
    if (this.#size <= KEPT_BYTES) return;
    for (const one of this.#kept ?? [slice]) freeNow(one);
    this.#kept = null;
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
    if (walk.add(id, linkOf(header)) === 'out-of-order') throw new Error(`event ${id} is out of order`);
    log.add(header);
    bodies.add(body);
    count += 1;
    if (count % LINES_PER_BREATH === 0) await breathe();
  }
  return { log: log.finish(), bodies: bodies.finish(), chains: walk.finish() };
}
