import type { Fault } from '../../vocabulary/fault.ts';
import type { DecodedFrame } from '../driver.ts';
import type { AllowedRequest } from '../requests/allowed-request.ts';

/** What a talker tells its session. Times are milliseconds of the monotonic clock. */
export interface TalkerEvents {
  /** Sends a request now; gives the time at which its last byte has left. */
  send(request: AllowedRequest, now: number): number;
  /** A good frame: the only thing that can become a reading. */
  frame(frame: DecodedFrame, bytes: Uint8Array, at: number): void;
  fault(fault: Fault, bytes: Uint8Array | null, at: number): void;
  /** A poll has ended without a reading. */
  missed(at: number): void;
  /** The line spoke although nothing was asked since it was opened: it is not asked. */
  speaks(at: number): void;
  /** A device that may do either is asked from now on, or speaks by itself. */
  turned(talk: 'poll' | 'stream'): void;
}

/**
 * The conversation with one device over an open line. It has no timers: the session tells it the time, and everything
 * that fell due is worked off in order and at its own time, so that a late timer or a replay gives the same result.
 */
export interface Talker {
  /** When something falls due that needs no sending; null: nothing pending. */
  readonly due: number | null;
  /** When the next request may go out; null: never, or not before something else happens. */
  readonly sendDue: number | null;
  /** Until when a question asked over this line may still be answered; 0: none is open. */
  readonly answersUntil: number;
  /** Half a frame has come, or an answer is awaited: a bad moment to stop. */
  readonly isHearing: boolean;
  /** Works off what falls due at `at`, which is its own `due`. */
  advance(at: number): void;
  receive(bytes: Uint8Array, now: number): void;
  /** Sends the request that is due by now, if any. */
  trySend(now: number): void;
  /**
   * Replay: these bytes were sent now. Where the talker would have sent something else, or not yet, a part of the record is
   * missing, and it goes on from the question that the record shows.
   */
  hasSent(bytes: Uint8Array, now: number): void;
  /** The line is gone: what was half received is a fault. */
  cut(at: number): void;
}

/** The earlier of two times, null standing for never. */
export const earlier = (one: number | null, other: number | null): number | null => {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
};
