import type { Clock } from '../../vocabulary/time.ts';
import type { Timers } from './create-session.ts';

/** A timer later than any busy machine makes it says that the process was held up: bytes that came in time may still lie in the port. */
const HELD_UP_MS = 50;
/** They are read in that time; where the process is held up again meanwhile, they get it anew, so many times. */
const READING_MS = 50;
const MOST_READINGS = 10;

/**
 * Calls when something falls due. A process that was held up fires its timers before it reads what lay in the port
 * meanwhile, and an answer that came in time would be judged late; so after a hold-up the port is read out first.
 */
export class DueTimer {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #call: () => void;
  #cancel = () => {};
  /** The process was not held up until then. */
  #armedAt = 0;
  #isCatchingUp = false;

  constructor(clock: Clock, timers: Timers, call: () => void) {
    this.#clock = clock;
    this.#timers = timers;
    this.#call = call;
  }

  /** What fell due waits until the port has been read out; the timer is not to be set meanwhile. */
  get isCatchingUp(): boolean {
    return this.#isCatchingUp;
  }

  cancel(): void {
    this.#cancel();
    this.#isCatchingUp = false;
  }

  /** Calls at this monotonic time, instead of any set before. */
  arm(due: number): void {
    this.cancel();
    this.#armedAt = this.#clock.mono();
    const waitMs = Math.max(0, due - this.#armedAt);
    const wantedAt = this.#armedAt + waitMs;
    this.#cancel = this.#timers.after(waitMs, () => {
      if (this.#isHeldUp(wantedAt)) this.#catchUp(MOST_READINGS);
      else this.#call();
    });
  }

  /**
   * Bytes have just been read: from when on they may have lain in the port. After a hold-up nobody can say whether they
   * came before what is due; nothing was asked meanwhile, so they can answer no other question.
   */
  lyingSince(due: number | null, now: number): number {
    if (due === null || now - due <= (this.#isCatchingUp ? 0 : HELD_UP_MS)) return now;
    if (!this.#isCatchingUp) this.#catchUp(MOST_READINGS);
    return this.#armedAt;
  }

  #isHeldUp(wantedAt: number): boolean {
    return this.#clock.mono() - wantedAt > HELD_UP_MS;
  }

  #catchUp(readings: number): void {
    this.#cancel();
    this.#isCatchingUp = true;
    const wantedAt = this.#clock.mono() + READING_MS;
    this.#cancel = this.#timers.after(READING_MS, () => {
      if (readings > 1 && this.#isHeldUp(wantedAt)) return this.#catchUp(readings - 1);
      this.#isCatchingUp = false;
      this.#call();
    });
  }
}
