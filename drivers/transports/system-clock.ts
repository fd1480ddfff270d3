import process from 'node:process';
import { type Clock, epochMs, monoMs } from '../../vocabulary/time.ts';
import type { Timers } from '../session/create-session.ts';

/**
 * Two clocks of a machine in whole milliseconds that run as one. Read apart they tick at different instants of the same millisecond, and every
 * reading would keep that noise; so the wall clock is the monotonic one and an offset, which follows the machine's own as soon as they differ by more than a tick.
 */
export function pairClocks(wallNow: () => number, monoNow: () => number): Clock {
  let offset = wallNow() - monoNow();
  return {
    wall: () => {
      const wall = wallNow();
      const mono = monoNow();
      if (Math.abs(wall - mono - offset) > 1) offset = wall - mono;
      return epochMs.parse(mono + offset);
    },
    mono: () => monoMs.parse(monoNow()),
  };
}

/** The machine's own clocks. The monotonic one counts from the start of the machine. */
export const systemClock: Clock = pairClocks(Date.now, () => Number(process.hrtime.bigint() / 1_000_000n));

export const systemTimers: Timers = {
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
