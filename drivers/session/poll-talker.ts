import type { Fault, FaultCode } from '../../vocabulary/fault.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange, PollTalk } from '../driver.ts';
import { type Cut, createFramer, type Framer } from '../framing/framer.ts';
import { encodeRequest } from '../requests/allowed-request.ts';
import type { OpeningEar } from './opening-ear.ts';
import { StrayBytes } from './stray-bytes.ts';
import { earlier, type Talker, type TalkerEvents } from './talker.ts';

/** Silence before sending (p1, "State machine"). */
const SILENCE_BEFORE_SENDING_MS = 5;
/** A line that never falls silent is emptied and asked again after so many time-outs. */
const LONGEST_QUIET_TIMEOUTS = 4;
/** The device refused or reported itself: an answer of the link, but not a reading. Other faults leave us waiting. */
const LINK_ANSWERS: ReadonlySet<FaultCode> = new Set<FaultCode>(['device_status', 'wrong_device']);

/**
 * A refusal stands once the line is silent. It is short and in some protocols (p4) has no check at all, so that noise can
 * look like one just before the true answer.
 */
const REFUSALS: ReadonlySet<FaultCode> = new Set<FaultCode>(['exception', 'nak', 'device_error']);

type State =
  | { readonly kind: 'ready'; readonly sendAt: number; readonly latest: number }
  | {
      readonly kind: 'waiting';
      readonly framer: Framer;
      readonly deadline: number;
      readonly lastByteAt: number;
      readonly refusal: Result<DecodedFrame> | null;
    }
  | { readonly kind: 'quiet'; readonly until: number; readonly end: number }
  /** The line was just opened and is heard before it is asked, however long it speaks. */
  | { readonly kind: 'listening' };

/**
 * Asks one question at a time (protocol rule 10): period, time-out, retries, and wherever an answer may still be on its
 * way a time-out of silence before the next question, because answers to different questions can have the same form.
 * That is after a time-out and after an answered retry (the first try may be answered too). A line just opened is listened
 * to: one that speaks by itself is not asked.
 */
export class PollTalker implements Talker {
  readonly #talk: PollTalk;
  readonly #interByteMs: number;
  readonly #events: TalkerEvents;
  readonly #stray: StrayBytes;
  #state: State;
  #exchange: Exchange;
  #pollStart: number;
  #isNewPoll = true;
  #attempt = 0;
  #hasUnanswered = false;
  /** Listens until the first question; null from then on. */
  #ear: OpeningEar | null;

  /** `ear`: of a line just opened; null where it has been listened to. */
  constructor(talk: PollTalk, interByteMs: number, events: TalkerEvents, startAt: number, ear: OpeningEar | null) {
    this.#talk = talk;
    this.#interByteMs = interByteMs;
    this.#events = events;
    this.#exchange = talk.first;
    this.#pollStart = startAt - talk.periodMs;
    this.#ear = ear;
    this.#state = ear === null ? this.#quiet(startAt, startAt + (talk.settleMs ?? 0)) : { kind: 'listening' };
    this.#stray = new StrayBytes(interByteMs, (bytes, at) => events.fault({ code: 'late_reply' }, bytes, at));
  }

  get due(): number | null {
    return earlier(this.#ownDue(), this.#stray.due);
  }

  get sendDue(): number | null {
    return this.#state.kind === 'ready' ? this.#state.sendAt : null;
  }

  get isHearing(): boolean {
    return this.#state.kind === 'waiting';
  }

  get answersUntil(): number {
    const state = this.#state;
    if (state.kind === 'quiet') return state.until;
    return state.kind === 'waiting' ? state.deadline + this.#talk.timeoutMs : 0;
  }

  advance(at: number): void {
    if (this.#stray.due !== null && this.#stray.due <= at) this.#stray.flush(at);
    const own = this.#ownDue();
    if (own !== null && own <= at) this.#advanceOwn(at);
  }

  receive(bytes: Uint8Array, now: number): void {
    const state = this.#state;
    if (state.kind === 'waiting') {
      this.#state = { ...state, lastByteAt: now };
      this.#work(state.framer, state.framer.push(bytes), now);
      return;
    }
    this.#stray.add(bytes, now);
    if (this.#ear !== null) {
      this.#state = { kind: 'listening' };
      this.#listen(this.#ear, now);
    } else if (state.kind === 'quiet') {
      const silent = Math.min(now + this.#talk.timeoutMs, state.end);
      this.#state = { ...state, until: Math.max(state.until, silent) };
    } else if (state.kind === 'ready') {
      const silent = Math.min(now + SILENCE_BEFORE_SENDING_MS, state.latest);
      this.#state = { ...state, sendAt: Math.max(state.sendAt, silent) };
    }
  }

  trySend(now: number): void {
    if (this.#state.kind !== 'ready' || this.#state.sendAt > now) return;
    this.#stray.flush(now);
    this.#ear = null;
    if (this.#isNewPoll) this.#pollStart = now;
    this.#isNewPoll = false;
    const deadline = this.#events.send(this.#exchange.request, now) + this.#talk.timeoutMs;
    const framer = createFramer(this.#exchange.match);
    this.#state = { kind: 'waiting', framer, deadline, lastByteAt: now, refusal: null };
  }

  hasSent(bytes: Uint8Array, now: number): void {
    if (this.#state.kind === 'quiet' || this.#state.kind === 'listening') this.#advanceOwn(now);
    const isExpected = this.#state.kind === 'ready' && isSame(encodeRequest(this.#exchange.request), bytes);
    const asked = isExpected ? ok(this.#exchange) : this.#talk.answering(bytes);
    if (!asked.ok) return;
    this.#exchange = asked.value;
    this.#readyAt(now);
    this.trySend(now);
  }

  cut(at: number): void {
    if (this.#state.kind === 'waiting') this.#work(this.#state.framer, this.#state.framer.silence(), at);
    this.#stray.flush(at);
  }

  #listen(ear: OpeningEar, now: number): void {
    const wasSpeaking = ear.isSpeaking;
    ear.hear(now);
    if (ear.isSpeaking && !wasSpeaking) this.#events.speaks(now);
  }

  #ownDue(): number | null {
    const state = this.#state;
    if (state.kind === 'ready') return null;
    if (state.kind === 'quiet') return state.until;
    if (state.kind === 'listening') return this.#ear?.askFrom ?? null;
    const isOpen = state.framer.held > 0 || state.refusal !== null;
    return isOpen ? Math.min(state.deadline, state.lastByteAt + this.#interByteMs) : state.deadline;
  }

  #advanceOwn(at: number): void {
    const state = this.#state;
    if (state.kind === 'quiet' || state.kind === 'listening') {
      if (this.#isNewPoll) this.#nextPoll(at);
      else this.#readyAt(at);
    }
    if (state.kind !== 'waiting') return;
    this.#work(state.framer, state.framer.silence(), at);
    if (this.#state.kind !== 'waiting') return;
    if (this.#state.refusal) this.#end(this.#state.refusal, at);
    else if (at >= state.deadline) this.#timeOut(at);
  }

  /** Works off what the framer cut; what is left when the answer has been found was not asked for. */
  #work(framer: Framer, cuts: readonly Cut[], at: number): void {
    for (const cut of cuts) {
      if (this.#state.kind !== 'waiting') this.#stray.add(cut.bytes, at);
      else if (cut.kind === 'frame') this.#hearFrame(cut.bytes, at);
      else this.#events.fault(faultOf(cut), cut.bytes, at);
    }
    if (this.#state.kind === 'waiting') return;
    for (const cut of framer.silence()) this.#stray.add(cut.bytes, at);
  }

  #hearFrame(bytes: Uint8Array, at: number): void {
    const judged = this.#exchange.judge(bytes);
    if (judged.ok) this.#events.frame(judged.value, bytes, at);
    else this.#events.fault(judged.fault, bytes, at);
    if (judged.ok && judged.value.isRepeat) this.#events.missed(at);
    if (!judged.ok && REFUSALS.has(judged.fault.code)) this.#holdRefusal(judged);
    else if (judged.ok || LINK_ANSWERS.has(judged.fault.code)) this.#end(judged, at);
  }

  #holdRefusal(refusal: Result<DecodedFrame>): void {
    if (this.#state.kind === 'waiting') this.#state = { ...this.#state, refusal };
  }

  /** The device has answered: with a reading, or with a refusal that may lead to another question. */
  #end(outcome: Result<DecodedFrame>, at: number): void {
    const step = this.#exchange.next(outcome);
    this.#exchange = step.exchange;
    if (step.notice) this.#events.fault(step.notice, null, at);
    const notBefore = at + SILENCE_BEFORE_SENDING_MS;
    const isOver = step.when === 'later' || (!outcome.ok && this.#attempt >= this.#talk.retries);
    if (isOver) {
      if (!outcome.ok) this.#events.missed(at);
      this.#nextPoll(notBefore);
    } else {
      // A further question of the same poll: a new one after an answer, one more try after a refusal.
      this.#attempt = outcome.ok ? 0 : this.#attempt + 1;
      this.#readyAt(typeof step.when === 'number' ? at + step.when : notBefore);
    }
    if (this.#hasUnanswered) this.#state = this.#quiet(at, Math.max(at + this.#talk.timeoutMs, this.sendDue ?? at));
    this.#hasUnanswered = false;
  }

  #timeOut(at: number): void {
    this.#attempt += 1;
    this.#hasUnanswered = true;
    this.#state = this.#quiet(at, at + this.#talk.timeoutMs);
    if (this.#attempt <= this.#talk.retries && !this.#exchange.isSaidOnce) return;
    this.#events.fault({ code: 'timed_out', attempts: this.#attempt }, null, at);
    this.#events.missed(at);
    this.#exchange = this.#exchange.afterMiss ?? this.#exchange;
    this.#isNewPoll = true;
  }

  /** The poll is over; the next one begins a period after this one began. */
  #nextPoll(notBefore: number): void {
    this.#isNewPoll = true;
    this.#attempt = 0;
    this.#readyAt(Math.max(this.#pollStart + this.#talk.periodMs, notBefore));
  }

  #quiet(at: number, until: number): State {
    return { kind: 'quiet', until, end: Math.max(until, at + LONGEST_QUIET_TIMEOUTS * this.#talk.timeoutMs) };
  }

  #readyAt(sendAt: number): void {
    this.#state = { kind: 'ready', sendAt, latest: sendAt + this.#talk.periodMs };
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

const faultOf = (cut: Exclude<Cut, { kind: 'frame' }>): Fault => ({
  code: cut.kind === 'noise' ? 'bad_format' : cut.code,
});
