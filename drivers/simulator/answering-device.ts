import { toHex } from '../framing/hex.ts';
import { createOutbox } from './outbox.ts';
import { type Condition, type ScriptStep, type SimulatedDevice, stepAt } from './simulated-device.ts';

/** What a device says to a request it knows: a measurement goes the way the script says, anything else goes plainly. */
export interface DeviceAnswer {
  readonly kind: 'measurement' | 'plain';
  readonly frame: Uint8Array;
  /** The step in which the device took the measurement the frame tells of, where that was earlier than now. */
  readonly taken?: ScriptStep;
}

export interface AnsweringDeviceParts {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  /** The clock's time at power-up; the script begins here. */
  readonly startAt: number;
  /** How many bytes the request takes that begins so. */
  readonly requestBytes: (head: readonly number[]) => number;
  /** The answer to an allowed request in this condition; null springs the trap. */
  readonly answer: (request: Uint8Array, condition: Condition, step: ScriptStep) => DeviceAnswer | null;
}

const ANSWER_DELAY_MS = 12;
/** Half a request is forgotten after such a pause, so that a question in other words hides no later one. */
const FORGET_MS = 200;

/** A device that speaks when asked. A silent step of the script silences every answer, a late one delays it. */
export function createAnsweringDevice(parts: AnsweringDeviceParts): SimulatedDevice {
  const { script, startAt, requestBytes, answer } = parts;
  const outbox = createOutbox();
  const trap: string[] = [];
  let heard: number[] = [];
  let lastAt = startAt;

  const respond = (request: Uint8Array, now: number) => {
    // Taken once: a script may give another amount whenever it is asked.
    const step = { ...stepAt(script, now - startAt) };
    const answered = answer(request, step.condition, step);
    if (answered === null) {
      trap.push(toHex(request));
      return;
    }
    const { condition, behaviour = { kind: 'normal' } } = answered.taken ?? step;
    const at = now + ANSWER_DELAY_MS;
    if (answered.kind === 'measurement') outbox.post(answered.frame, at, condition, behaviour);
    else if (behaviour.kind !== 'silent')
      outbox.postPlain(answered.frame, at + (behaviour.kind === 'late' ? behaviour.ms : 0));
  };

  return {
    hear(bytes, now) {
      heard = now - lastAt > FORGET_MS ? [...bytes] : [...heard, ...bytes];
      lastAt = now;
      while (heard.length >= requestBytes(heard)) {
        respond(Uint8Array.from(heard.splice(0, requestBytes(heard))), now);
        if (heard.length === 0) return;
      }
    },
    speak: (now) => outbox.leave(now),
    get due() {
      return outbox.due;
    },
    truth: outbox.truth,
    trap,
  };
}
