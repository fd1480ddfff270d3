import type { GapCause, Phase } from './session-item.ts';

const MISSED_POLLS = 3;
const STALE_PERIODS = 3;
const LEAST_STALE_MS = 3000;

export interface WatchEvents {
  stale(at: number): void;
  gap(from: number, to: number, cause: GapCause): void;
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
  #gap: { readonly from: number; readonly cause: GapCause } | null = null;

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

  good(at: number): void {
    this.#missed = 0;
    this.#lastGood = at;
    this.#isStale = false;
    this.#closeGap(at);
    this.#events.phase('live', at);
  }

  missed(at: number): void {
    this.#missed += 1;
    if (this.#missed === MISSED_POLLS && !this.#isStale) this.#becomeStale(at, this.#lastGood, 'silence');
  }

  lost(at: number): void {
    this.#isOpen = false;
    this.#becomeStale(at, at, 'unplugged');
  }

  stopped(at: number): void {
    this.#isOpen = false;
    this.#closeGap(at);
    this.#events.phase('stopped', at);
  }

  /** A gap that is open already keeps its beginning; a pulled plug is the better reason. */
  #becomeStale(at: number, from: number, cause: GapCause): void {
    if (!this.#isStale) this.#events.stale(at);
    this.#isStale = true;
    this.#gap = { from: this.#gap?.from ?? from, cause };
    this.#events.phase('lost', at);
  }

  #closeGap(to: number): void {
    if (this.#gap) this.#events.gap(this.#gap.from, to, this.#gap.cause);
    this.#gap = null;
  }
}
