/** Most bytes a framer holds back while it waits for the rest of a frame. */
export const QUEUE_CAP_BYTES = 4096;

type FrameFaultCode = 'bad_checksum' | 'truncated' | 'bad_format' | 'bad_length';

/**
 * What a matcher says of the bytes from the first one on:
 * `no`: no frame starts here · `more`: one may start here, `likely` where the bytes so far look like a real frame ·
 * `frame`: a frame with a good check · `bad`: looks like a frame, check wrong; `drop: 'frame'` where its end is marked.
 */
export type Match =
  | { readonly kind: 'no' }
  | { readonly kind: 'more'; readonly likely: boolean }
  | { readonly kind: 'frame'; readonly length: number }
  | { readonly kind: 'bad'; readonly code: FrameFaultCode; readonly length: number; readonly drop: 'byte' | 'frame' };

type WholeMatch = Extract<Match, { readonly kind: 'frame' } | { readonly drop: string }>;

const isWhole = (found: Match): found is WholeMatch =>
  found.kind === 'frame' || (found.kind === 'bad' && found.drop === 'frame');

/** The only part of framing that differs between protocols. Must judge by the bytes alone, so that slicing never matters. */
export type Matcher = (bytes: Uint8Array) => Match;

/** A piece cut from the stream. Every byte pushed leaves in exactly one cut, in order. */
export type Cut =
  | { readonly kind: 'frame'; readonly bytes: Uint8Array }
  | { readonly kind: 'noise'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly code: FrameFaultCode; readonly bytes: Uint8Array };

export interface Framer {
  /** Takes any slice of the stream and gives what is decided by now. */
  push(slice: Uint8Array): readonly Cut[];
  /** The line has been silent for the inter-byte time-out: nothing waits any longer, a leftover is a fault. */
  silence(): readonly Cut[];
  /** Bytes held back. */
  readonly held: number;
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

/** A framer only cuts; whether a frame is believed is judged elsewhere. */
export const createFramer = (match: Matcher): Framer => new QueueFramer(match);

class QueueFramer implements Framer {
  readonly #match: Matcher;
  #queue = new Uint8Array(0);
  /** Bytes at which no frame starts; with a suspicion they become a fault unless a good frame starts within its extent. */
  #passed: number[] = [];
  #suspicion: { readonly code: FrameFaultCode; readonly extent: number } | null = null;
  #cuts: Cut[] = [];

  constructor(match: Matcher) {
    this.#match = match;
  }

  get held(): number {
    return this.#queue.length + this.#passed.length;
  }

  push(slice: Uint8Array): readonly Cut[] {
    for (let at = 0; at < slice.length; ) {
      const room = slice.subarray(at, at + QUEUE_CAP_BYTES - this.#queue.length);
      this.#queue = joined(this.#queue, room);
      at += room.length;
      this.#scan(false);
    }
    return this.#takeCuts();
  }

  silence(): readonly Cut[] {
    this.#scan(true);
    this.#flushPassed(false);
    return this.#takeCuts();
  }

  /** Works from the first byte on until it must wait; `isFinal`: there is nothing to wait for. */
  #scan(isFinal: boolean): void {
    while (this.#queue.length > 0) {
      const found = this.#match(this.#queue);
      if (found.kind === 'more' && !isFinal && this.#queue.length < QUEUE_CAP_BYTES) return;
      if (isWhole(found)) this.#cutWhole(found);
      else this.#passOver(found, isFinal);
    }
  }

  /** A whole piece at the head of the queue: what was passed over leaves first. */
  #cutWhole(found: WholeMatch): void {
    this.#flushPassed(found.kind === 'frame');
    const bytes = this.#queue.slice(0, found.length);
    this.#queue = this.#queue.subarray(found.length);
    this.#cuts.push(found.kind === 'frame' ? { kind: 'frame', bytes } : { kind: 'fault', code: found.code, bytes });
  }

  /** No frame starts at the first byte: it is passed over, perhaps under suspicion. */
  #passOver(found: Match, isFinal: boolean): void {
    if (found.kind === 'bad') this.#suspect(found.code, found.length);
    if (found.kind === 'more' && found.likely && isFinal) this.#suspect('truncated', this.#queue.length);
    this.#passed.push(...this.#queue.subarray(0, 1));
    this.#queue = this.#queue.subarray(1);
    if (this.#passed.length >= (this.#suspicion?.extent ?? QUEUE_CAP_BYTES)) this.#flushPassed(false);
  }

  #suspect(code: FrameFaultCode, extent: number): void {
    if (this.#suspicion) return;
    this.#flushPassed(false);
    this.#suspicion = { code, extent };
  }

  #flushPassed(goodFrameFollows: boolean): void {
    const suspicion = this.#suspicion;
    const bytes = Uint8Array.from(this.#passed);
    this.#suspicion = null;
    this.#passed = [];
    if (bytes.length === 0) return;
    const isFault = suspicion !== null && !(goodFrameFollows && bytes.length < suspicion.extent);
    this.#cuts.push(isFault ? { kind: 'fault', code: suspicion.code, bytes } : { kind: 'noise', bytes });
  }

  #takeCuts(): readonly Cut[] {
    const cuts = this.#cuts;
    this.#cuts = [];
    return cuts;
  }
}
