import vm from 'node:vm';
import type { OpenTransport, Timers } from '../../drivers/session/create-session.ts';

type OnBug = (error: unknown) => void;

/** A call of a driver takes microseconds; one that takes so long never ends. */
const LONGEST_CALL_MS = 5_000;

/** A script is the only thing that can be stopped in the middle of a loop; it calls what stands in its world. */
const world: { call: (() => void) | null } = { call: null };
const context = vm.createContext(world);
const script = new vm.Script('call()');

/** Throws what the call throws, and when it does not end. */
function callInTime(call: () => void, ms: number): void {
  if (world.call !== null) {
    call(); // guarded already
    return;
  }
  world.call = call;
  try {
    script.runInContext(context, { timeout: ms });
  } finally {
    world.call = null;
  }
}

/** Runs a call of a driver; what it throws, or that it does not end, is a bug of that driver and stops nothing else. */
export function guarded<A extends unknown[]>(
  call: (...args: A) => void,
  onBug: OnBug,
  ms = LONGEST_CALL_MS,
): (...args: A) => void {
  return (...args) => {
    try {
      callInTime(() => call(...args), ms);
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
