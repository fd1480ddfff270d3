import process from 'node:process';
import { type Clock, epochMs, monoMs } from '../../vocabulary/time.ts';
import type { Timers } from '../session/create-session.ts';

/** The machine's own clocks. The monotonic one counts from the start of the machine, in fractions of a millisecond. */
export const systemClock: Clock = {
  wall: () => epochMs.parse(Date.now()),
  mono: () => monoMs.parse(Math.round(Number(process.hrtime.bigint()) / 1000) / 1000),
};

export const systemTimers: Timers = {
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
