import { toHex } from '../framing/hex.ts';
import { withZeroSum } from '../framing/zero-sum.ts';
import { createAnsweringDevice } from './answering-device.ts';
import { createOutbox } from './outbox.ts';
import { type Condition, type ScriptStep, type SimulatedDevice, stepAt } from './simulated-device.ts';

export interface WinsenDeviceParts {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  readonly startAt: number;
}

const READ = [0xff, 0x01, 0x86, 0, 0, 0, 0, 0, 0x79];
const STREAM_PERIOD_MS = 1000;
const DECIMALS = 2;
/** Five units, the full scale of the acceptance suite. */
const FULL_RANGE = 500;

/** The count of a condition. The protocol has no word for warm-up or fault: a module says zero all the same (p3). */
const countOf = (condition: Condition): number => {
  if (condition.kind === 'over_range') return FULL_RANGE + 1;
  return condition.kind === 'measuring' ? Math.round(Number(condition.amount) * 10 ** DECIMALS) : 0;
};

/** A dead sensor stops answering: the only fault this protocol can show. */
const quietAtFault = (script: WinsenDeviceParts['script']): WinsenDeviceParts['script'] => {
  const [first, ...rest] = script;
  const quiet = (step: ScriptStep): ScriptStep =>
    step.condition.kind === 'fault' ? { ...step, behaviour: { kind: 'silent' } } : step;
  return [quiet(first), ...rest.map(quiet)];
};

/** The device side of p3 in poll mode: the one read, and a trap for anything else. */
export const createWinsenDevice = (parts: WinsenDeviceParts): SimulatedDevice =>
  createAnsweringDevice({
    script: quietAtFault(parts.script),
    startAt: parts.startAt,
    requestBytes: () => READ.length,
    answer: (request, condition) => {
      if (!READ.every((byte, at) => request[at] === byte)) return null;
      const count = countOf(condition);
      const body = withZeroSum(Uint8Array.of(0x86, count >> 8, count & 0xff, 0x43, 0, 0, 0));
      return { kind: 'measurement', frame: Uint8Array.of(0xff, ...body) };
    },
  });

/** The device side of p3 in stream mode: carbon monoxide in ppm, once a second; anything it is sent springs the trap. */
export function createWinsenStream(parts: WinsenDeviceParts): SimulatedDevice {
  const script = quietAtFault(parts.script);
  const outbox = createOutbox();
  const trap: string[] = [];
  let nextAt = parts.startAt + STREAM_PERIOD_MS;
  return {
    hear: (bytes) => void trap.push(toHex(bytes)),
    speak(now) {
      for (; nextAt <= now; nextAt += STREAM_PERIOD_MS) {
        const { condition, behaviour = { kind: 'normal' } } = stepAt(script, nextAt - parts.startAt);
        outbox.post(streamFrame(countOf(condition)), nextAt, condition, behaviour);
      }
      return outbox.leave(now);
    },
    get due() {
      return Math.min(outbox.due ?? nextAt, nextAt);
    },
    truth: outbox.truth,
    trap,
  };
}

function streamFrame(count: number): Uint8Array {
  const range = [FULL_RANGE >> 8, FULL_RANGE & 0xff];
  return Uint8Array.of(0xff, ...withZeroSum(Uint8Array.of(0x04, 0x03, DECIMALS, count >> 8, count & 0xff, ...range)));
}
