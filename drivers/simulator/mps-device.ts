import { withCcittCheck } from '../framing/crc16-ccitt.ts';
import { createAnsweringDevice } from './answering-device.ts';
import type { Condition, ScriptStep, SimulatedDevice } from './simulated-device.ts';

export interface MpsDeviceParts {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  readonly startAt: number;
  /** `measuring` from power-up; an idle sensor says the same cycle again or refuses until it is started. */
  readonly serialNumber?: string;
  readonly atPowerUp?: 'measuring' | 'repeats' | 'refuses';
}

const HEADER_BYTES = 8;
const MOST_PAYLOAD = 4;
/** Status, concentration and gas id of each condition (p7). The protocol has no word for calibrating. */
const OTHERS: Readonly<Record<Exclude<Condition['kind'], 'measuring'>, readonly [number, number, number]>> = {
  warmup: [0x26, -100, 0],
  calibrating: [0x30, 0, 0],
  over_range: [0x00, 100, 255],
  fault: [0x32, 4, 3],
};

/** Serial number, type 3, dates (p7). */
function infoOf(serialNumber: string): Uint8Array {
  const payload = new Uint8Array(68);
  payload.set(Buffer.from(serialNumber, 'latin1'));
  payload.set([3, 0, 0, 0], 32);
  payload.set(Buffer.from('2026-01-01', 'latin1'), 36);
  payload.set(Buffer.from('2025-12-01', 'latin1'), 52);
  return payload;
}

/** The device side of p7. Stop, shut down, a start while measuring and anything unknown spring the trap. */
export function createMpsDevice(parts: MpsDeviceParts): SimulatedDevice {
  let cycle = 41;
  let isMeasuring = (parts.atPowerUp ?? 'measuring') === 'measuring';
  const reply = (command: number, status: number, payload: Uint8Array) =>
    withCcittCheck(Uint8Array.of(command, status, payload.length, 0, 0, 0, ...payload), 4);

  const answer = (condition: Condition) => {
    if (isMeasuring) cycle += 1;
    const [status, concentration, gasId] =
      condition.kind === 'measuring' ? [0, Number(condition.amount), 3] : OTHERS[condition.kind];
    const payload = new DataView(new ArrayBuffer(28));
    payload.setUint32(0, cycle, true);
    payload.setFloat32(4, concentration, true);
    payload.setUint32(8, gasId, true);
    for (const [index, said] of [25, 101.3, 40, 9.2].entries()) payload.setFloat32(12 + index * 4, said, true);
    return reply(0x01, status, new Uint8Array(payload.buffer));
  };
  const start = (payload: number | undefined) => {
    if (isMeasuring || (payload !== 0x02 && payload !== 0x22)) return null;
    isMeasuring = true;
    return { kind: 'plain', frame: reply(0x61, 0, new Uint8Array()) } as const;
  };

  return createAnsweringDevice({
    ...parts,
    requestBytes: ([, , length = 0]) => HEADER_BYTES + Math.min(length, MOST_PAYLOAD),
    answer: (request, condition) => {
      const [command = 0, zero, length] = request;
      const isGood = withCcittCheck(request, 6).every((byte, at) => byte === request[at]);
      if (!isGood || zero !== 0 || length !== (command === 0x61 ? 1 : 0)) return null;
      switch (command) {
        case 0x01:
          return !isMeasuring && parts.atPowerUp === 'refuses'
            ? { kind: 'plain', frame: reply(0x01, 0x03, new Uint8Array()) }
            : { kind: 'measurement', frame: answer(condition) };
        case 0x41:
          return { kind: 'plain', frame: reply(0x41, 0, Uint8Array.of(0)) };
        case 0x42:
          return { kind: 'plain', frame: reply(0x42, 0, Uint8Array.of(1, 2, 3, 4, 1, 0, 1, 1)) };
        case 0x43:
          return { kind: 'plain', frame: reply(0x43, 0, infoOf(parts.serialNumber ?? 'MPS-0001')) };
        case 0x61:
          return start(request[8]);
        default:
          return null;
      }
    },
  });
}
