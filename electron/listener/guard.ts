import type { OpenTransport, Timers } from '../../drivers/session/create-session.ts';

type OnBug = (error: unknown) => void;

/** Runs a call of a driver; what it throws is a bug of that driver and stops nothing else. */
function guarded<A extends unknown[]>(call: (...args: A) => void, onBug: OnBug): (...args: A) => void {
  return (...args) => {
    try {
      call(...args);
    } catch (error) {
      onBug(error);
    }
  };
}

/** The same timers, whose calls cannot bring the process down. */
export const guardTimers = (timers: Timers, onBug: OnBug): Timers => ({
  after: (ms, call) => timers.after(ms, guarded(call, onBug)),
});

/** The same line, whose bytes and losses cannot bring the process down. */
export const guardTransport =
  (open: OpenTransport, onBug: OnBug): OpenTransport =>
  (link, events) =>
    open(link, { bytes: guarded(events.bytes, onBug), lost: guarded(events.lost, onBug) });
