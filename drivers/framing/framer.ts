/** Most bytes a framer holds back while it waits for the rest of a frame. */
export const QUEUE_CAP_BYTES = 4096;

export type FrameFaultCode = 'bad_checksum' | 'truncated' | 'bad_format' | 'bad_length';

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

/** Bytes already passed over; a suspicion turns them into a fault unless a good frame starts within its extent. */
interface Passed {
  readonly bytes: number[];
  suspicion: { readonly code: FrameFaultCode; readonly extent: number } | null;
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

/** A framer only cuts; whether a frame is believed is judged elsewhere. */
export function createFramer(match: Matcher): Framer {
  let queue = new Uint8Array(0);
  const passed: Passed = { bytes: [], suspicion: null };

  const drop = (count: number, cuts: Cut[]) => {
    for (const byte of queue.subarray(0, count)) passed.bytes.push(byte);
    queue = queue.subarray(count);
    const limit = passed.suspicion?.extent ?? QUEUE_CAP_BYTES;
    if (passed.bytes.length >= limit) flush(cuts, false);
  };

  const flush = (cuts: Cut[], goodFrameFollows: boolean) => {
    const { suspicion } = passed;
    const bytes = Uint8Array.from(passed.bytes.splice(0));
    passed.suspicion = null;
    if (bytes.length === 0) return;
    const isFault = suspicion !== null && !(goodFrameFollows && bytes.length < suspicion.extent);
    cuts.push(isFault ? { kind: 'fault', code: suspicion.code, bytes } : { kind: 'noise', bytes });
  };

  const suspect = (code: FrameFaultCode, extent: number, cuts: Cut[]) => {
    if (passed.suspicion) return;
    flush(cuts, false);
    passed.suspicion = { code, extent };
  };

  const take = (length: number) => {
    const bytes = queue.slice(0, length);
    queue = queue.subarray(length);
    return bytes;
  };

  /** A whole piece at the head of the queue: what was passed over leaves first. */
  const cutWhole = (found: WholeMatch, cuts: Cut[]) => {
    flush(cuts, found.kind === 'frame');
    const bytes = take(found.length);
    cuts.push(found.kind === 'frame' ? { kind: 'frame', bytes } : { kind: 'fault', code: found.code, bytes });
  };

  /** No frame starts at the first byte: it is passed over, perhaps under suspicion. */
  const passOver = (found: Match, isFinal: boolean, cuts: Cut[]) => {
    if (found.kind === 'bad') suspect(found.code, found.length, cuts);
    if (found.kind === 'more' && found.likely && isFinal) suspect('truncated', queue.length, cuts);
    drop(1, cuts);
  };

  /** Works from the first byte on until it must wait; `isFinal`: there is nothing to wait for. */
  const scan = (cuts: Cut[], isFinal: boolean) => {
    while (queue.length > 0) {
      const found = match(queue);
      if (found.kind === 'more' && !isFinal && queue.length < QUEUE_CAP_BYTES) return;
      if (isWhole(found)) cutWhole(found, cuts);
      else passOver(found, isFinal, cuts);
    }
  };

  return {
    push(slice) {
      const cuts: Cut[] = [];
      for (let at = 0; at < slice.length; ) {
        const room = slice.subarray(at, at + QUEUE_CAP_BYTES - queue.length);
        queue = joined(queue, room);
        at += room.length;
        scan(cuts, false);
      }
      return cuts;
    },
    silence() {
      const cuts: Cut[] = [];
      scan(cuts, true);
      flush(cuts, false);
      return cuts;
    },
    get held() {
      return queue.length + passed.bytes.length;
    },
  };
}
