import { toHex } from '../framing/hex.ts';
import { createOutbox } from './outbox.ts';
import { type Condition, type ScriptStep, type SimulatedDevice, stepAt } from './simulated-device.ts';

export interface Mhz9041aDeviceParts {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  /** The clock's time at power-up; the first line leaves one period later. */
  readonly startAt: number;
  readonly periodMs?: number;
}

/** The device side of p2: one line a period, deaf; anything it is sent springs the trap. */
export function createMhz9041aDevice({ script, startAt, periodMs = 1000 }: Mhz9041aDeviceParts): SimulatedDevice {
  const outbox = createOutbox();
  const trap: string[] = [];
  let nextAt = startAt + periodMs;

  return {
    hear(bytes) {
      trap.push(toHex(bytes));
    },
    speak(now) {
      while (nextAt <= now) {
        const { condition, behaviour = { kind: 'normal' } } = stepAt(script, nextAt - startAt);
        outbox.post(lineOf(condition), nextAt, condition, behaviour);
        nextAt += periodMs;
      }
      return outbox.leave(now);
    },
    get due() {
      return outbox.due === null ? nextAt : Math.min(outbox.due, nextAt);
    },
    truth: outbox.truth,
    trap,
  };
}

/** The line of a condition. This protocol has words for measuring and fault only (p2, "Error code"). */
export function lineOf(condition: Condition): Uint8Array {
  const value = condition.kind === 'measuring' ? Number(condition.amount) : 0;
  const methane = `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(2).padStart(6, '0')}`;
  const error = condition.kind === 'measuring' ? '00' : '10';
  const checked = `A${methane} +24.0 0666.22 +16.1 B+066.0 ${error}`;
  const sum = [...checked].reduce((xor, letter) => xor ^ letter.charCodeAt(0), 0);
  return new Uint8Array(Buffer.from(`${checked} ${sum.toString(16).toUpperCase().padStart(2, '0')}\r\n`, 'latin1'));
}
