import { withModbusCrc } from '../framing/crc16-modbus.ts';
import { toHex } from '../framing/hex.ts';
import { createAnsweringDevice } from './answering-device.ts';
import type { Condition, ScriptStep, SimulatedDevice } from './simulated-device.ts';

/** A block of registers as a device serves it. */
interface DeviceBlock {
  readonly function: 3 | 4;
  readonly address: number;
  readonly wordsOf: (condition: Condition) => readonly number[];
}

export interface ProfileDeviceParts {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  readonly startAt: number;
  /** In the order they are asked; the last one completes the measurement. */
  readonly blocks: readonly DeviceBlock[];
}

const REQUEST_BYTES = 8;
const SLAVE = 1;

/** The device side of any Modbus instrument: serves its own blocks whole, and springs the trap on anything else. */
export function createProfileDevice(parts: ProfileDeviceParts): SimulatedDevice {
  let taken: ScriptStep | null = null;
  return createAnsweringDevice({
    ...parts,
    requestBytes: () => REQUEST_BYTES,
    answer: (request, _condition, step) => {
      const index = parts.blocks.findIndex((block) => isReadOf(block, request));
      const block = parts.blocks[index];
      if (block === undefined) return null;
      // What the first block was taken from, the others tell of too.
      if (index === 0 || taken === null) taken = step;
      const data = block.wordsOf(taken.condition).flatMap((word) => [(word >> 8) & 0xff, word & 0xff]);
      const frame = withModbusCrc(Uint8Array.of(SLAVE, block.function, data.length, ...data));
      return { kind: index === parts.blocks.length - 1 ? 'measurement' : 'plain', frame, taken };
    },
  });
}

function isReadOf(block: DeviceBlock, request: Uint8Array): boolean {
  const count = block.wordsOf({ kind: 'fault' }).length;
  const { function: code, address } = block;
  const asked = withModbusCrc(Uint8Array.of(SLAVE, code, address >> 8, address & 0xff, count >> 8, count & 0xff));
  return toHex(asked) === toHex(request);
}
