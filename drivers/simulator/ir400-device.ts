import { hasGoodModbusCrc, withModbusCrc } from '../framing/crc16-modbus.ts';
import { createAnsweringDevice } from './answering-device.ts';
import type { Condition, ScriptStep, SimulatedDevice } from './simulated-device.ts';

export interface Ir400DeviceParts {
  readonly script: readonly [ScriptStep, ...ScriptStep[]];
  readonly startAt: number;
  readonly gasId?: number | null;
  /** How many events the alarm log has counted in all. */
  readonly alarms?: number;
  /** A new alarm comes while the log is being read, so many times. */
  readonly shifts?: number;
  readonly clockKept?: boolean;
}

const REQUEST_BYTES = 8;
const SLAVE = 1;
const MODEL = 2104;
const isModel = (register: number, count: number) => register === 0x04 && count === 1;
const NEWEST_ALARM_MINUTE = 30;

/** Current, mode and errors of each condition; the amount is per cent of full scale (p5). */
function liveWords(condition: Condition): number[] {
  const raw = (milliamp: number) => Math.round((milliamp * 65_535) / 21.7);
  switch (condition.kind) {
    case 'measuring':
      return [raw(4 + (Number(condition.amount) * 16) / 100), 1, 0];
    case 'warmup':
      return [0, 0x40, 0];
    case 'calibrating':
      return [raw(4), 0x02, 0];
    case 'over_range':
      return [raw(21), 1, 0];
    case 'fault':
      return [raw(1.5), 1, 0x04];
  }
}

/** The device side of p5: live value, gas id, clock and alarm log. Any write but the event cursor springs the trap. */
export function createIr400Device(parts: Ir400DeviceParts): SimulatedDevice {
  const { gasId = 100, clockKept = true, shifts = 0 } = parts;
  let alarms = parts.alarms ?? 0;
  let shiftsLeft = shifts;
  let cursor = 0;

  const alarmWords = () => {
    if (alarms === 0) return Array<number>(8).fill(0);
    if (shiftsLeft > 0 && cursor === 1) {
      shiftsLeft -= 1;
      alarms += 1;
    }
    const minute = NEWEST_ALARM_MINUTE - cursor;
    return [0, 1000 - cursor, (26 << 8) + 3, (5 << 8) + 14, minute << 8, 0, 0, alarms];
  };
  const wordsAt = (register: number, count: number, condition: Condition): number[] | null => {
    if (register === 0x00 && count === 3) return liveWords(condition);
    if (isModel(register, count)) return [MODEL];
    if (register === 0x8d && count === 1 && gasId !== null) return [gasId];
    if (register === 0xb3 && count === 3) return [(26 << 8) + 3, (5 << 8) + 15, 0];
    if (register === 0xb6 && count === 1) return [clockKept ? 1 : 0];
    return register === 0xc0 && count === 8 ? alarmWords() : null;
  };

  return createAnsweringDevice({
    ...parts,
    requestBytes: () => REQUEST_BYTES,
    answer: (request, condition) => {
      const [slave, code, high = 0, low = 0, , last = 0] = request;
      const register = high * 256 + low;
      if (slave !== SLAVE || !hasGoodModbusCrc(request)) return null;
      if (code === 6 && register === 0xb7 && request[4] === 0 && last <= 9) {
        cursor = last;
        return { kind: 'plain', frame: request };
      }
      if (code !== 3) return null;
      const words = wordsAt(register, last, condition);
      if (words === null) return { kind: 'plain', frame: withModbusCrc(Uint8Array.of(SLAVE, 0x83, 2)) };
      const data = words.flatMap((word) => [(word >> 8) & 0xff, word & 0xff]);
      const frame = withModbusCrc(Uint8Array.of(SLAVE, 3, data.length, ...data));
      return { kind: register === 0 ? 'measurement' : 'plain', frame };
    },
  });
}
