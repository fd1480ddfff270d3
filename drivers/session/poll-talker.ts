import type { Fault, FaultCode } from '../../vocabulary/fault.ts';
import type { Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange, PollTalk } from '../driver.ts';
import { type Cut, createFramer, type Framer } from '../framing/framer.ts';
import { createStrayBytes } from './stray-bytes.ts';
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
 * Asks one question at a time (protocols README, rule 10): period, time-out, retries, and after a time-out a time of
 * silence, so that a late answer never answers the next question.
 */
export function createPollTalker(talk: PollTalk, interByteMs: number, events: TalkerEvents, startAt: number): Talker {
  let state: State = { kind: 'ready', sendAt: startAt, latest: startAt };
  let exchange: Exchange = talk.first;
  let pollStart = startAt;
  let attempt = 0;
  const stray = createStrayBytes(interByteMs, (bytes, at) => events.fault({ code: 'late_reply' }, bytes, at));

  const readyAt = (sendAt: number) => {
    state = { kind: 'ready', sendAt, latest: sendAt + talk.periodMs };
  };

  /** The poll is over; the next one begins a period after this one began. */
  const nextPoll = (notBefore: number) => {
    attempt = 0;
    readyAt(Math.max(pollStart + talk.periodMs, notBefore));
  };

  const miss = (at: number, notBefore: number) => {
    events.missed(at);
    nextPoll(notBefore);
  };

  const send = (now: number) => {
    stray.flush(now);
    if (attempt === 0) pollStart = now;
    const sentAt = events.send(exchange.request, now);
    state = {
      kind: 'waiting',
      framer: createFramer(exchange.match),
      deadline: sentAt + talk.timeoutMs,
      lastByteAt: now,
    };
  };

  /** The device has answered: with a reading, or with a refusal that may lead to another question. */
  const end = (outcome: Result<DecodedFrame>, at: number) => {
    const step = exchange.next(outcome);
    exchange = step.exchange;
    if (step.notice) events.fault(step.notice, null, at);
    const notBefore = at + SILENCE_BEFORE_SENDING_MS;
    if (outcome.ok && step.when === 'later') return nextPoll(notBefore);
    if (step.when === 'later' || attempt >= talk.retries) return miss(at, notBefore);
    attempt += 1;
    readyAt(step.when === 'now' ? notBefore : at + step.when);
  };

  const hearFrame = (bytes: Uint8Array, at: number) => {
    const judged = exchange.judge(bytes);
    if (judged.ok) events.frame(judged.value, bytes, at);
    else events.fault(judged.fault, bytes, at);
    if (judged.ok || LINK_ANSWERS.has(judged.fault.code)) end(judged, at);
  };

  const work = (cuts: readonly Cut[], at: number) => {
    for (const cut of cuts) {
      if (state.kind !== 'waiting') stray.add(cut.bytes, at);
      else if (cut.kind === 'frame') hearFrame(cut.bytes, at);
      else events.fault(faultOf(cut), cut.bytes, at);
    }
  };

  /** Pushes or ends the framer; what is left when the answer has been found was not asked for. */
  const workFramer = (framer: Framer, cuts: readonly Cut[], at: number) => {
    work(cuts, at);
    if (state.kind !== 'waiting') work(framer.silence(), at);
  };

  const timeOut = (at: number) => {
    const isLast = attempt >= talk.retries;
    const until = at + talk.timeoutMs;
    if (isLast) {
      events.fault({ code: 'timed_out', attempts: attempt + 1 }, null, at);
      events.missed(at);
    }
    attempt = isLast ? 0 : attempt + 1;
    state = { kind: 'quiet', until, end: at + LONGEST_QUIET_TIMEOUTS * talk.timeoutMs };
  };

  const ownDue = (): number | null => {
    if (state.kind === 'ready') return null;
    if (state.kind === 'quiet') return state.until;
    return state.framer.held > 0 ? Math.min(state.deadline, state.lastByteAt + interByteMs) : state.deadline;
  };

  const advanceOwn = (at: number) => {
    if (state.kind === 'quiet') return attempt === 0 ? nextPoll(at) : readyAt(at);
    if (state.kind !== 'waiting') return;
    const { framer, deadline } = state;
    workFramer(framer, framer.silence(), at);
    if (state.kind === 'waiting' && at >= deadline) timeOut(at);
  };

  return {
    get due() {
      return earlier(ownDue(), stray.due);
    },
    get sendDue() {
      return state.kind === 'ready' ? state.sendAt : null;
    },
    get isHearing() {
      return state.kind === 'waiting';
    },
    advance(at) {
      if (stray.due !== null && stray.due <= at) stray.flush(at);
      const own = ownDue();
      if (own !== null && own <= at) advanceOwn(at);
    },
    receive(bytes, now) {
      if (state.kind === 'waiting') {
        const { framer } = state;
        state = { ...state, lastByteAt: now };
        return workFramer(framer, framer.push(bytes), now);
      }
      stray.add(bytes, now);
      if (state.kind === 'quiet') state = { ...state, until: Math.min(now + talk.timeoutMs, state.end) };
      else
        state = { ...state, sendAt: Math.max(state.sendAt, Math.min(now + SILENCE_BEFORE_SENDING_MS, state.latest)) };
    },
    trySend(now) {
      if (state.kind === 'ready' && state.sendAt <= now) send(now);
    },
    cut(at) {
      if (state.kind === 'waiting') work(state.framer.silence(), at);
      stray.flush(at);
    },
  };
}

const faultOf = (cut: Exclude<Cut, { kind: 'frame' }>): Fault => ({
  code: cut.kind === 'noise' ? 'bad_format' : cut.code,
});
