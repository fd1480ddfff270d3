/** Nothing is asked over a line just opened before it was silent so long: a device that speaks by itself does so every second. */
export const LISTEN_BEFORE_ASKING_MS = 1100;
/** A line that spoke by itself is asked only after a silence as long as a search listens. */
const SILENCE_AFTER_SPEECH_MS = 3000;

/**
 * Listens to a line just opened before anything is asked over it. What comes soon may be the tail of an answer to an
 * earlier question; what comes later was asked by nobody: a device that speaks by itself. Times are of the monotonic clock.
 */
export class OpeningEar {
  readonly #tailUntil: number;
  #askFrom: number;
  #speaks = false;

  /** `tailUntil`: when a question of an earlier opening has had its answer. */
  constructor(openedAt: number, tailUntil: number, notBefore = openedAt) {
    this.#tailUntil = tailUntil;
    this.#askFrom = Math.max(openedAt + LISTEN_BEFORE_ASKING_MS, tailUntil, notBefore);
  }

  /** The first question may go out then, where nothing more is heard. */
  get askFrom(): number {
    return this.#askFrom;
  }

  /** Something came that was asked by nobody. */
  get isSpeaking(): boolean {
    return this.#speaks;
  }

  /** To be called for every piece that comes. */
  hear(now: number): void {
    this.#speaks ||= now > this.#tailUntil;
    const silence = this.#speaks ? SILENCE_AFTER_SPEECH_MS : LISTEN_BEFORE_ASKING_MS;
    this.#askFrom = Math.max(this.#askFrom, now + silence);
  }
}
