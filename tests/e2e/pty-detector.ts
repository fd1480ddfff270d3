import { createItransDevice } from '../../drivers/simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../../drivers/simulator/mhz9041a-device.ts';
import {
  type Condition,
  measuring,
  type ScriptStep,
  type SimulatedDevice,
  type TruthEntry,
} from '../../drivers/simulator/simulated-device.ts';
import { openPty, runDevice } from '../../drivers/transports/pty.ts';
import { systemClock, systemTimers } from '../../drivers/transports/system-clock.ts';

/** A simulated detector at the end of a real pty; what it measures is said by the test as it goes. */
export interface PtyDetector {
  readonly path: string;
  /** From now on it measures so much methane. */
  readonly measures: (amount: string) => void;
  readonly goesOverRange: () => void;
  /** What it last sent, as it logged it itself. */
  readonly lastSent: () => TruthEntry | undefined;
  readonly everythingSent: () => readonly TruthEntry[];
  /** Bytes from the host that were not an allowed request. */
  readonly forbidden: () => readonly string[];
  readonly stop: () => void;
}

export const plugInItrans = (amount: string): Promise<PtyDetector> => plugIn(createItransDevice, amount);
/** A laser, which speaks by itself and must never be sent a byte. */
export const plugInLaser = (amount: string): Promise<PtyDetector> => plugIn(createMhz9041aDevice, amount);

type CreateDevice = (parts: { readonly script: [ScriptStep]; readonly startAt: number }) => SimulatedDevice;

async function plugIn(create: CreateDevice, amount: string): Promise<PtyDetector> {
  let condition: Condition = measuring(amount);
  const step: ScriptStep = {
    forMs: Number.POSITIVE_INFINITY,
    get condition() {
      return condition;
    },
  };
  const device = create({ script: [step], startAt: systemClock.mono() });
  const pty = await openPty();
  const running = runDevice(device, pty, systemClock, systemTimers);
  return {
    path: pty.path,
    measures: (next) => {
      condition = measuring(next);
    },
    goesOverRange: () => {
      condition = { kind: 'over_range' };
    },
    lastSent: () => device.truth.at(-1),
    everythingSent: () => device.truth,
    forbidden: () => device.trap,
    stop: () => running.stop(),
  };
}
