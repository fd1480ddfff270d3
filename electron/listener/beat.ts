import { type Clock, type EpochMs, epochMs } from '../../vocabulary/time.ts';

export interface BeatParts {
  readonly clock: Clock;
  /** Milliseconds since the machine was started, sleep counted in; the monotonic clock of Unix stands still in sleep. */
  readonly uptimeMs: () => number;
  /** The machine slept, or this process was not run for so long. */
  readonly onSuspended: (from: EpochMs, to: EpochMs) => void;
  /** The wall clock was set: what it should have shown, and what it shows. */
  readonly onClockStepped: (expected: EpochMs, shown: EpochMs) => void;
}

/** The uptime of some systems counts whole seconds. */
const LEAST_SLEEP_MS = 3_000;
/** Where the monotonic clock goes on in sleep (Windows), only the late beat tells; a busy machine is never so late. */
const LEAST_LATENESS_MS = 20_000;
const LEAST_STEP_MS = 1_000;
/** After sleep the time that passed is known no better. */
const LEAST_STEP_AFTER_SLEEP_MS = 5_000;

/** Called regularly; compares the clocks with those of the call before. */
export function createBeat({ clock, uptimeMs, onSuspended, onClockStepped }: BeatParts): () => void {
  const look = () => ({ wall: clock.wall(), mono: clock.mono(), up: uptimeMs() });
  let last = look();
  return () => {
    const now = look();
    const ran = now.mono - last.mono;
    const passed = Math.max(ran, now.up - last.up);
    const slept = passed - ran >= LEAST_SLEEP_MS || ran >= LEAST_LATENESS_MS;
    const from = last.wall;
    const expected = epochMs.parse(Math.round(from + (slept ? passed : ran)));
    last = now;
    const isStepped = Math.abs(now.wall - expected) >= (slept ? LEAST_STEP_AFTER_SLEEP_MS : LEAST_STEP_MS);
    if (isStepped) onClockStepped(expected, now.wall);
    if (slept) onSuspended(from, now.wall);
  };
}
