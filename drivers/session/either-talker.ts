import type { EitherTalk } from '../driver.ts';
import { OpeningEar } from './opening-ear.ts';
import { PollTalker } from './poll-talker.ts';
import { createStreamTalker } from './stream-talker.ts';
import { earlier, type Talker, type TalkerEvents } from './talker.ts';

/**
 * Listens first; when nothing comes by itself in that time, polls. A frame the device sends unasked later turns it back
 * into a listener for the rest of the connection (p3, "State machine": a streaming device is not polled).
 */
export class EitherTalker implements Talker {
  readonly #talk: EitherTalk;
  readonly #interByteMs: number;
  readonly #events: TalkerEvents;
  #inner: Talker;
  #isPolling = false;
  #heardUnasked = false;
  /** Listens before it is asked; null: settled. */
  #ear: OpeningEar | null;
  #saidItSpeaks = false;

  constructor(talk: EitherTalk, interByteMs: number, events: TalkerEvents, startAt: number, answersUntil: number) {
    this.#talk = talk;
    this.#interByteMs = interByteMs;
    this.#ear = new OpeningEar(startAt, Math.max(startAt + talk.poll.timeoutMs, answersUntil), startAt + talk.listenMs);
    this.#events = {
      ...events,
      frame: (frame, bytes, at) => {
        if (talk.isUnasked(bytes)) this.#heardUnasked = true;
        events.frame(frame, bytes, at);
      },
      // A whole frame of a kind nobody knows is still a device that speaks by itself: it is not asked (p3).
      fault: (fault, bytes, at) => {
        if (fault.code === 'unknown_frame' && bytes !== null && talk.isUnasked(bytes)) this.#heardUnasked = true;
        events.fault(fault, bytes, at);
        // Whatever speaks here is no frame of this kind: another instrument, perhaps.
        if (this.#ear?.isSpeaking && !this.#heardUnasked && !this.#saidItSpeaks) this.#sayItSpeaks(at);
      },
    };
    this.#inner = createStreamTalker(talk.stream, interByteMs, this.#events);
    events.turned('stream');
  }

  get due(): number | null {
    return earlier(this.#inner.due, this.#ear?.askFrom ?? null);
  }

  get sendDue(): number | null {
    return this.#inner.sendDue;
  }

  get answersUntil(): number {
    return this.#inner.answersUntil;
  }

  get isHearing(): boolean {
    return this.#inner.isHearing;
  }

  advance(at: number): void {
    const own = this.#inner.due;
    if (own !== null && own <= at) this.#inner.advance(at);
    this.#settle(at);
    if (this.#ear !== null && this.#ear.askFrom <= at) this.#poll(at);
  }

  receive(bytes: Uint8Array, now: number): void {
    this.#ear?.hear(now);
    this.#inner.receive(bytes, now);
    this.#settle(now);
  }

  trySend(now: number): void {
    this.#inner.trySend(now);
  }

  hasSent(bytes: Uint8Array, now: number): void {
    if (!this.#isPolling) this.#poll(now);
    this.#inner.hasSent(bytes, now);
  }

  cut(at: number): void {
    this.#inner.cut(at);
  }

  /** Once it has spoken by itself it is never asked again. */
  #settle(at: number): void {
    if (!this.#heardUnasked) return;
    this.#ear = null;
    if (!this.#isPolling) return;
    this.#inner.cut(at);
    this.#isPolling = false;
    this.#inner = createStreamTalker(this.#talk.stream, this.#interByteMs, this.#events);
    this.#events.turned('stream');
  }

  #sayItSpeaks(at: number): void {
    this.#saidItSpeaks = true;
    this.#events.speaks(at);
  }

  #poll(at: number): void {
    this.#ear = null;
    this.#inner.cut(at);
    this.#isPolling = true;
    this.#inner = new PollTalker(this.#talk.poll, this.#interByteMs, this.#events, at, null);
    this.#events.turned('poll');
  }
}
