import { withZeroSum } from '../framing/zero-sum.ts';
import { createAnsweringDevice } from './answering-device.ts';
import type { Condition, ScriptStep, SimulatedDevice } from './simulated-device.ts';

const REQUEST_BYTES = 4;
const COUNTS_PER_UNIT = 100;
/** S1 of each condition (p8). The protocol has no word for calibrating: such a module says it is not calibrated. */
const STATUS: Readonly<Record<Condition['kind'], number>> = {
  measuring: 0,
  warmup: 0x01,
  calibrating: 0x10,
  over_range: 0x04,
  fault: 0x02,
};

export interface CubicSjhDeviceParts {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  readonly startAt: number;
  /** Range high, range low, decimals, gas, unit; null: a module that answers the question with an error. */
  readonly properties?: readonly number[] | null;
}

/** The device side of p8: measurement and properties, and a trap for anything else. A count is never negative. */
export const createCubicSjhDevice = (parts: CubicSjhDeviceParts): SimulatedDevice =>
  createAnsweringDevice({
    ...parts,
    requestBytes: () => REQUEST_BYTES,
    answer: ([start, length, command, check], condition) => {
      const isWhole =
        start === 0x11 && length === 1 && command !== undefined && ((0x12 + command + (check ?? 0)) & 0xff) === 0;
      if (!isWhole) return null;
      if (command === 0x01) return { kind: 'measurement', frame: measurement(condition) };
      const { properties = [0x01, 0xf4, 2, 0, 1] } = parts;
      if (command !== 0x0d) return null;
      const reply = properties === null ? [0x06, 2, 0x0d, 1] : [0x16, properties.length + 1, 0x0d, ...properties];
      return { kind: 'plain', frame: withZeroSum(Uint8Array.from(reply)) };
    },
  });

function measurement(condition: Condition): Uint8Array {
  const count = condition.kind === 'measuring' ? Math.round(Number(condition.amount) * COUNTS_PER_UNIT) : 0;
  return withZeroSum(Uint8Array.of(0x16, 5, 0x01, (count >> 8) & 0xff, count & 0xff, STATUS[condition.kind], 0));
}
