import type { LeftOut, RawChunk } from '../../vocabulary/capture.ts';
import type { Fault, FaultCode } from '../../vocabulary/fault.ts';
import type { BootId, InstrumentId } from '../../vocabulary/ids.ts';
import type { DecodedFrame, PreparedDriver } from '../driver.ts';
import { compareIdentity } from '../find/identity-setting.ts';
import { toHex } from '../framing/hex.ts';
import { type AllowedRequest, encodeRequest } from '../requests/allowed-request.ts';
import { createTalker } from './create-talker.ts';
import { createNoiseLimit } from './noise-limit.ts';
import { type Moment, momentOf, type Phase, type SessionItem } from './session-item.ts';
import { earlier, type Talker, type TalkerEvents } from './talker.ts';
import { createWarmupHold } from './warmup-hold.ts';
import { Watch } from './watch.ts';

export interface SessionCoreParts {
  readonly prepared: PreparedDriver;
  readonly instrument: InstrumentId;
  readonly boot: BootId;
  readonly emit: (item: SessionItem) => void;
  /** Puts bytes on the line. Only ever called with an encoded `AllowedRequest`. */
  readonly write: (bytes: Uint8Array) => void;
  /** Counts the lines of the capture; given where several sessions write one. */
  readonly nextLine?: () => number;
}

/** Counts from 0. */
export function countLines(): () => number {
  let next = 0;
  return () => next++;
}

/** Why a line is given up although nothing is wrong with it: its port may be another one after the machine slept. */
export const REOPENED = 'suspended';

/** Faults whose bytes were not even a frame: the device may be another one, or speak at another speed. */
const NO_FRAMES: ReadonlySet<FaultCode> = new Set<FaultCode>(['bad_checksum', 'bad_format', 'bad_length', 'truncated']);

/** Start bit, eight data bits and a stop bit: what a byte takes on the line. */
const BITS_PER_BYTE = 10;

/**
 * The session without clock, timers and line: told what happens and when, it gives items. Live and replay run this
 * same code. What falls due is stamped with its own time, derived from the last recorded event, so a replay of the
 * recorded events gives the same lines.
 */
export class SessionCore {
  readonly #parts: SessionCoreParts;
  readonly #watch: Watch;
  readonly #noise = createNoiseLimit((line) => this.#keep(line));
  readonly #nextLine: () => number;
  readonly #hold;
  #talker: Talker | null = null;
  #isHushed = false;
  /** What the instrument said of itself since the line was opened, the latest of each. */
  #said: DecodedFrame['details'] = {};
  /** A question asked over an earlier opening may be answered until then. */
  #answersUntil = 0;
  #phase: Phase | null = null;
  /** The last recorded event: other times are reckoned from it. */
  #base: Moment = momentOf(0, 0);
  #now: Moment = this.#base;

  constructor(parts: SessionCoreParts) {
    this.#parts = parts;
    this.#hold = createWarmupHold(parts.prepared.warmupMs);
    this.#nextLine = parts.nextLine ?? countLines();
    const { talk, channels } = parts.prepared;
    this.#watch = new Watch(talk.kind === 'poll' ? 'poll' : 'stream', talk.periodMs, {
      stale: (at) => {
        for (const channel of channels) parts.emit({ kind: 'stale', channel, at: this.#momentAt(at) });
      },
      momentOf: (at) => this.#momentAt(at),
      gapOpen: (from, cause) => parts.emit({ kind: 'gap_open', from, cause }),
      gap: (from, to, cause) => parts.emit({ kind: 'gap', from, to: this.#momentAt(to), cause }),
      phase: (phase, at) => this.#enter(phase, at),
    });
  }

  /** Monotonic time at which `wake` is wanted; null: nothing pending. */
  get due(): number | null {
    return earlier(this.#ownDue(), this.#isHushed ? null : (this.#talker?.sendDue ?? null));
  }

  /** Half a frame has come, or an answer is awaited. */
  get isHearing(): boolean {
    return this.#talker?.isHearing ?? false;
  }

  opened(now: Moment): void {
    this.#reach(now);
    this.#record('opened', null);
    this.#said = {};
    this.#hold.opened();
    this.#watch.opened(now.mono);
    const { talk, interByteMs } = this.#parts.prepared;
    this.#talker = createTalker(talk, interByteMs, this.#talkerEvents, now.mono, this.#answersUntil);
    this.#trySend();
  }

  /** `since`: from when on the bytes may have lain there, where nobody could look until now. What fell due later waits for them. */
  received(bytes: Uint8Array, now: Moment, since: number = now.mono): void {
    this.#reach(now, since);
    const times = { wall_ms: now.wall, mono_first_ms: since, mono_last_ms: now.mono };
    const crossesCap = this.#noise.take({ n: this.#nextLine(), ...times, dir: 'rx', hex: toHex(bytes) });
    if (crossesCap) this.#emitFault({ code: 'noise_continues' }, null, now.mono);
    this.#talker?.receive(bytes, now.mono);
    this.#trySend();
  }

  lost(cause: string, now: Moment): void {
    this.#reach(now);
    this.#noise.ended();
    this.#record('lost', cause);
    this.#answersUntil = Math.max(this.#answersUntil, this.#talker?.answersUntil ?? 0);
    this.#talker?.cut(now.mono);
    this.#talker = null;
    this.#watch.lost(now.mono, cause === REOPENED ? 'reopened' : 'unplugged');
  }

  /** To be called when `due` has come, or at any other time: a late call changes nothing but the time of sending. */
  wake(now: Moment): void {
    this.#reach(now);
    this.#trySend();
  }

  /** In a replay: a request was recorded here. The record is right even where the opening of the line is not in it. */
  hasSent(bytes: Uint8Array, now: Moment): void {
    this.#reach(now);
    this.#talker?.hasSent(bytes, now.mono);
  }

  /** From now on nothing is asked; what has been asked may still be answered. */
  hush(): void {
    this.#isHushed = true;
  }

  stop(now: Moment): void {
    this.#reach(now);
    this.#noise.ended();
    this.#record('closed', null);
    this.#talker = null;
    this.#watch.stopped(now.mono);
  }

  readonly #talkerEvents: TalkerEvents = {
    send: (request, now) => this.#send(request, now),
    frame: (frame, bytes, at) => this.#publish(frame, bytes, at),
    fault: (fault, bytes, at) => {
      if (bytes !== null && NO_FRAMES.has(fault.code)) this.#watch.unreadable(bytes.length);
      if (bytes === null || !this.#noise.isOver) this.#emitFault(fault, bytes, at);
    },
    missed: (at) => this.#watch.missed(at),
    speaks: (at) => {
      this.#emitFault({ code: 'line_speaks' }, null, at);
      this.#watch.speaks(at);
    },
    turned: (talk) => this.#watch.turned(talk),
  };

  #ownDue(): number | null {
    return earlier(this.#talker?.due ?? null, this.#watch.due);
  }

  /** Works off everything that fell due until now, in order, each at its own time. */
  #reach(now: Moment, until: number = now.mono): void {
    for (let next = this.#ownDue(); next !== null && next <= until; next = this.#ownDue()) {
      if (this.#talker?.due === next) this.#talker.advance(next);
      else this.#watch.advance(next);
    }
    this.#now = now;
  }

  #trySend(): void {
    if (!this.#isHushed) this.#talker?.trySend(this.#now.mono);
  }

  #send(request: AllowedRequest, now: number): number {
    const bytes = encodeRequest(request);
    const sentAt = now + (bytes.length * BITS_PER_BYTE * 1000) / this.#parts.prepared.link.baudRate;
    this.#base = this.#now;
    const times = { wall_ms: this.#now.wall, mono_first_ms: now, mono_last_ms: sentAt };
    this.#parts.emit({ kind: 'raw', chunk: { n: this.#nextLine(), ...times, dir: 'tx', hex: toHex(bytes) } });
    this.#parts.write(bytes);
    return sentAt;
  }

  #publish(frame: DecodedFrame, bytes: Uint8Array, at: number): void {
    this.#noise.goodFrame();
    this.#hearIdentity(frame, at);
    // An echo or a bare acknowledgement is a good frame, but nothing was measured.
    for (const event of frame.events ?? []) this.#parts.emit({ kind: 'event', event, at: this.#momentAt(at) });
    if (frame.isRepeat || frame.readings.length === 0) return;
    this.#watch.good(at);
    const { instrument, boot, emit } = this.#parts;
    const time = { ...this.#momentAt(at), boot };
    const rawHex = toHex(bytes);
    for (const { channel, gas, value, flags } of this.#hold.apply(this.#ofThisInstrument(frame.readings), at)) {
      emit({ kind: 'reading', reading: { instrument, channel, gas, time, value }, rawHex, flags });
    }
  }

  #hearIdentity({ details }: DecodedFrame, at: number): void {
    this.#said = { ...this.#said, ...details };
    this.#parts.emit({ kind: 'said', details, at: this.#momentAt(at) });
  }

  /** Another instrument than the registered one gives no numbers: they would stand under the wrong name. */
  #ofThisInstrument(readings: DecodedFrame['readings']): DecodedFrame['readings'] {
    if (compareIdentity(this.#parts.prepared.expects, this.#said) !== 'differs') return readings;
    return readings.map((each) => {
      if (each.value.quality === 'fault') return each;
      return { ...each, value: { quality: 'invalid', unit: each.value.unit, detail: 'another_instrument' } };
    });
  }

  #emitFault(fault: Fault, bytes: Uint8Array | null, at: number): void {
    this.#parts.emit({ kind: 'fault', fault, at: this.#momentAt(at), rawHex: bytes && toHex(bytes) });
  }

  #enter(phase: Phase, at: number): void {
    if (phase !== this.#phase) this.#parts.emit({ kind: 'phase', phase, fault: null, at: this.#momentAt(at) });
    this.#phase = phase;
  }

  #record(change: 'opened' | 'lost' | 'closed', cause: string | null): void {
    this.#base = this.#now;
    this.#parts.emit({ kind: 'link', n: this.#nextLine(), change, at: this.#now, cause });
  }

  /** Chunks of a noisy time may come late, with an older time: they do not move the base back. */
  #keep(chunk: RawChunk | LeftOut): void {
    const isWhole = 'hex' in chunk;
    if (isWhole && chunk.mono_last_ms >= this.#base.mono) this.#base = momentOf(chunk.wall_ms, chunk.mono_last_ms);
    this.#parts.emit({ kind: 'raw', chunk });
  }

  #momentAt(mono: number): Moment {
    return momentOf(this.#base.wall + Math.round(mono - this.#base.mono), mono);
  }
}
