/** Most bytes held before they are reported, silence or not. */
const STRAY_CAP_BYTES = 4096;

/** Bytes nobody asked for: collected into one run until the line is silent, then reported once. */
export class StrayBytes {
  readonly #silenceMs: number;
  readonly #report: (bytes: Uint8Array, at: number) => void;
  readonly #held: number[] = [];
  #lastAt = 0;

  constructor(silenceMs: number, report: (bytes: Uint8Array, at: number) => void) {
    this.#silenceMs = silenceMs;
    this.#report = report;
  }

  get due(): number | null {
    return this.#held.length > 0 ? this.#lastAt + this.#silenceMs : null;
  }

  add(bytes: Uint8Array, now: number): void {
    for (const byte of bytes) this.#held.push(byte);
    this.#lastAt = now;
    if (this.#held.length >= STRAY_CAP_BYTES) this.flush(now);
  }

  flush(at: number): void {
    if (this.#held.length > 0) this.#report(Uint8Array.from(this.#held.splice(0)), at);
  }
}
