import type { Fault, FaultCode } from '../../vocabulary/fault.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange, PollTalk } from '../driver.ts';
import { type Cut, createFramer, type Framer } from '../framing/framer.ts';
import { StrayBytes } from './stray-bytes.ts';
import { earlier, type Talker, type TalkerEvents } from './talker.ts';

/** Silence before sending (p1, "State machine"). */
const SILENCE_BEFORE_SENDING_MS = 5;
/** A line that never falls silent is emptied and asked again after so many time-outs. */
const LONGEST_QUIET_TIMEOUTS = 4;
/** The device refused or reported itself: an answer of the link, but not a reading. Other faults leave us waiting. */
const LINK_ANSWERS: ReadonlySet<FaultCode> = new Set<FaultCode>([
  'exception',
  'nak',
  'device_status',
  'device_error',
  'wrong_device',
]);

type State =
  | { readonly kind: 'ready'; readonly sendAt: number; readonly latest: number }
  | { readonly kind: 'waiting'; readonly framer: Framer; readonly deadline: number; readonly lastByteAt: number }
  | { readonly kind: 'quiet'; readonly until: number; readonly end: number };

/**
 * Asks one question at a time (protocol rule 10): period, time-out, retries, and after a time-out a time of
 * silence, so that a late answer never answers the next question.
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

  constructor(talk: PollTalk, interByteMs: number, events: TalkerEvents, startAt: number) {
    this.#talk = talk;
    this.#interByteMs = interByteMs;
    this.#events = events;
    this.#exchange = talk.first;
    const first = startAt + (talk.settleMs ?? 0);
    this.#pollStart = first;
    this.#state = { kind: 'ready', sendAt: first, latest: first };
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
    if (state.kind === 'quiet') {
      this.#state = { ...state, until: Math.min(now + this.#talk.timeoutMs, state.end) };
    } else {
      const silent = Math.min(now + SILENCE_BEFORE_SENDING_MS, state.latest);
      this.#state = { ...state, sendAt: Math.max(state.sendAt, silent) };
    }
  }

  trySend(now: number): void {
    if (this.#state.kind !== 'ready' || this.#state.sendAt > now) return;
    this.#stray.flush(now);
    if (this.#isNewPoll) this.#pollStart = now;
    this.#isNewPoll = false;
    const deadline = this.#events.send(this.#exchange.request, now) + this.#talk.timeoutMs;
    this.#state = { kind: 'waiting', framer: createFramer(this.#exchange.match), deadline, lastByteAt: now };
  }

  cut(at: number): void {
    if (this.#state.kind === 'waiting') this.#work(this.#state.framer, this.#state.framer.silence(), at);
    this.#stray.flush(at);
  }

  #ownDue(): number | null {
    const state = this.#state;
    if (state.kind === 'ready') return null;
    if (state.kind === 'quiet') return state.until;
    return state.framer.held > 0 ? Math.min(state.deadline, state.lastByteAt + this.#interByteMs) : state.deadline;
  }

  #advanceOwn(at: number): void {
    const state = this.#state;
    if (state.kind === 'quiet') {
      if (this.#isNewPoll) this.#nextPoll(at);
      else this.#readyAt(at);
    }
    if (state.kind !== 'waiting') return;
    this.#work(state.framer, state.framer.silence(), at);
    if (this.#state.kind === 'waiting' && at >= state.deadline) this.#timeOut(at);
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
    if (judged.ok || LINK_ANSWERS.has(judged.fault.code)) this.#end(judged, at);
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
      return;
    }
    // A further question of the same poll: a new one after an answer, one more try after a refusal.
    this.#attempt = outcome.ok ? 0 : this.#attempt + 1;
    this.#readyAt(typeof step.when === 'number' ? at + step.when : notBefore);
  }

  #timeOut(at: number): void {
    this.#attempt += 1;
    this.#state = {
      kind: 'quiet',
      until: at + this.#talk.timeoutMs,
      end: at + LONGEST_QUIET_TIMEOUTS * this.#talk.timeoutMs,
    };
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

  #readyAt(sendAt: number): void {
    this.#state = { kind: 'ready', sendAt, latest: sendAt + this.#talk.periodMs };
  }
}

const faultOf = (cut: Exclude<Cut, { kind: 'frame' }>): Fault => ({
  code: cut.kind === 'noise' ? 'bad_format' : cut.code,
});
