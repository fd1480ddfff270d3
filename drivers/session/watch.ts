import type { LineGap, Moment, Phase } from './session-item.ts';

const MISSED_POLLS = 3;
const STALE_PERIODS = 3;
const LEAST_STALE_MS = 3000;
/** So many bytes that were no frame make a silence an unreadable line; a few are a disturbance. */
const LEAST_UNREADABLE_BYTES = 24;

export interface WatchEvents {
  stale(at: number): void;
  /** An instant as both clocks have it now: a gap keeps its first edge although the wall clock may be set meanwhile. */
  momentOf(at: number): Moment;
  gapOpen(from: Moment, cause: LineGap): void;
  gap(from: Moment, to: number, cause: LineGap): void;
  phase(phase: Phase, at: number): void;
}

/**
 * Watches whether readings keep coming (protocol rule 5): three missed polls, or for a stream three periods
 * of silence and at least 3 s, make the channels stale; a pulled plug does so at once. One good frame ends it.
 */
export class Watch {
  readonly #streamPatience: number;
  #patience: number | null;
  readonly #events: WatchEvents;
  #lastGood = 0;
  #missed = 0;
  #isStale = false;
  #isOpen = false;
  #gap: { readonly from: Moment; readonly cause: LineGap } | null = null;
  #unreadableBytes = 0;

  constructor(talk: 'poll' | 'stream', periodMs: number, events: WatchEvents) {
    this.#streamPatience = Math.max(STALE_PERIODS * periodMs, LEAST_STALE_MS);
    this.#patience = talk === 'stream' ? this.#streamPatience : null;
    this.#events = events;
  }

  /** Which of the two ways of talking counts from now on. */
  turned(talk: 'poll' | 'stream'): void {
    this.#patience = talk === 'stream' ? this.#streamPatience : null;
  }

  get due(): number | null {
    if (this.#patience === null || !this.#isOpen || this.#isStale) return null;
    return this.#lastGood + this.#patience;
  }

  advance(at: number): void {
    this.#becomeStale(at, this.#lastGood, 'silence');
  }

  opened(at: number): void {
    this.#isOpen = true;
    this.#missed = 0;
    if (this.#gap === null) this.#lastGood = at;
    this.#events.phase(this.#gap === null ? 'waiting' : 'lost', at);
  }

  /** So many bytes were no valid frame. */
  unreadable(bytes: number): void {
    this.#unreadableBytes += bytes;
  }

  good(at: number): void {
    this.#missed = 0;
    this.#lastGood = at;
    this.#isStale = false;
    this.#closeGap(at);
    this.#unreadableBytes = 0;
    this.#events.phase('live', at);
  }

  missed(at: number): void {
    this.#missed += 1;
    if (this.#missed === MISSED_POLLS && !this.#isStale) this.#becomeStale(at, this.#lastGood, 'silence');
  }

  lost(at: number, cause: 'unplugged' | 'reopened'): void {
    this.#isOpen = false;
    this.#becomeStale(at, at, cause);
  }

  stopped(at: number): void {
    this.#isOpen = false;
    this.#closeGap(at);
    this.#events.phase('stopped', at);
  }

  /** From here on it is not asked: a gap of its own, whatever was the reason before. */
  speaks(at: number): void {
    const known = this.#gap;
    this.#closeGap(at);
    this.#becomeStale(at, known === null ? this.#lastGood : at, 'line_speaks');
  }

  /** A gap that is open already keeps its beginning; a pulled plug is the better reason. */
  #becomeStale(at: number, from: number, cause: LineGap): void {
    if (!this.#isStale) this.#events.stale(at);
    this.#isStale = true;
    this.#gap = { from: this.#gap?.from ?? this.#events.momentOf(from), cause };
    this.#events.gapOpen(this.#gap.from, cause);
    this.#events.phase('lost', at);
  }

  #closeGap(to: number): void {
    if (this.#gap === null) return;
    const { from, cause } = this.#gap;
    const isUnreadable = cause === 'silence' && this.#unreadableBytes >= LEAST_UNREADABLE_BYTES;
    this.#events.gap(from, to, isUnreadable ? 'unreadable' : cause);
    this.#gap = null;
  }
}
