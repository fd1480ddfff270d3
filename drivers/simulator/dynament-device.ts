import { createAnsweringDevice } from './answering-device.ts';
import type { Condition, ScriptStep, SimulatedDevice } from './simulated-device.ts';

const REQUEST = [0x10, 0x13, 0x06, 0x10, 0x1f, 0x00, 0x58];
/** A status word and value of each condition; the meaning of single status bits is by model (p4). */
const OTHERS: Readonly<Record<Exclude<Condition['kind'], 'measuring'>, { status: number; value: number }>> = {
  warmup: { status: 0, value: -250 },
  calibrating: { status: 2, value: 0 },
  over_range: { status: 0, value: 250 },
  fault: { status: 1, value: 0 },
};

/** The device side of p4: answers the one read, and springs the trap on anything else. */
export const createDynamentDevice = (parts: {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  readonly startAt: number;
}): SimulatedDevice =>
  createAnsweringDevice({
    ...parts,
    requestBytes: () => REQUEST.length,
    answer: (request, condition) =>
      REQUEST.every((byte, at) => request[at] === byte)
        ? { kind: 'measurement', frame: liveDataFrame(condition) }
        : null,
  });

function liveDataFrame(condition: Condition): Uint8Array {
  const said = condition.kind === 'measuring' ? { status: 0, value: Number(condition.amount) } : OTHERS[condition.kind];
  const data = new DataView(new ArrayBuffer(8));
  data.setUint16(0, 1, true);
  data.setUint16(2, said.status, true);
  data.setFloat32(4, said.value, true);
  const body = [8, ...new Uint8Array(data.buffer)].flatMap((byte) => (byte === 0x10 ? [byte, byte] : [byte]));
  const checked = [0x10, 0x1a, ...body, 0x10, 0x1f];
  const sum = checked.reduce((all, byte) => all + byte, 0);
  return Uint8Array.of(...checked, sum >> 8, sum & 0xff);
}
