import { withModbusCrc } from '../framing/crc16-modbus.ts';
import { toHex } from '../framing/hex.ts';
import { createOutbox } from './outbox.ts';
import { type Condition, type ScriptStep, type SimulatedDevice, stepAt } from './simulated-device.ts';

export interface ItransDeviceParts {
  readonly slave?: number;
  readonly decimals?: number;
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  /** The clock's time at power-up; the script begins here. */
  readonly startAt: number;
  /** False: an older device that answers exception 02 where the status word is asked. */
  readonly hasStatusWord?: boolean;
}

const REQUEST_BYTES = 8;
const BLOCK = 0x64;
const CATALYTIC = 7;
const UNLISTED_GAS_CODE = 0x15;
const ANSWER_DELAY_MS = 12;
/** Mode (40104) and status bits (40105) of each condition, from the manual's tables (p1). */
const WORDS: Readonly<Record<Condition['kind'], { readonly mode: number; readonly status: number }>> = {
  measuring: { mode: 1, status: 0 },
  warmup: { mode: 3, status: 0 },
  calibrating: { mode: 2, status: 0 },
  over_range: { mode: 1, status: 0x0b },
  fault: { mode: 8, status: 0x0800 },
};

/** The device side of p1: answers polls of its own block, and springs the trap on anything else. */
export function createItransDevice(parts: ItransDeviceParts): SimulatedDevice {
  const { slave = 1, decimals = 2, script, startAt, hasStatusWord = true } = parts;
  const outbox = createOutbox();
  const trap: string[] = [];
  let heard: number[] = [];

  const answer = (count: number, now: number) => {
    const { condition, behaviour = { kind: 'normal' } } = stepAt(script, now - startAt);
    if (count === 5 && !hasStatusWord) return outbox.postPlain(exceptionFrame(slave), now + ANSWER_DELAY_MS);
    const registers = registersOf(condition, slave, decimals).slice(0, count);
    const data = registers.flatMap((word) => [(word >> 8) & 0xff, word & 0xff]);
    outbox.post(
      withModbusCrc(Uint8Array.of(slave, 3, data.length, ...data)),
      now + ANSWER_DELAY_MS,
      condition,
      behaviour,
    );
  };

  return {
    hear(bytes, now) {
      heard = [...heard, ...bytes];
      while (heard.length >= REQUEST_BYTES) {
        const request = Uint8Array.from(heard.splice(0, REQUEST_BYTES));
        const count = askedCount(request, slave);
        if (count === null) trap.push(toHex(request));
        else answer(count, now);
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

/** 4 or 5 where this is one of the two reads the manual describes, byte for byte. */
function askedCount(request: Uint8Array, slave: number): 4 | 5 | null {
  for (const count of [4, 5] as const) {
    if (toHex(withModbusCrc(Uint8Array.of(slave, 3, 0, BLOCK, 0, count))) === toHex(request)) return count;
  }
  return null;
}

const exceptionFrame = (slave: number) => withModbusCrc(Uint8Array.of(slave, 0x83, 2));

function registersOf(condition: Condition, slave: number, decimals: number): number[] {
  const { mode, status } = WORDS[condition.kind];
  const reading = condition.kind === 'measuring' ? Math.round(Number(condition.amount) * 10 ** decimals) : 0;
  return [CATALYTIC * 256 + slave, reading & 0xffff, decimals * 256 + UNLISTED_GAS_CODE, mode, status];
}
