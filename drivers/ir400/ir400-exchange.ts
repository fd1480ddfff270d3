import { z } from 'zod';
import type { Gas } from '../../vocabulary/gas.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Exchange } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { eventIndex, type ModbusRead, type SlaveAddress, slaveAddress } from '../requests/allowed-request.ts';
import { parseModbusRead } from '../requests/parse-modbus-read.ts';
import { askRegisters, moveCursor, type Next, readOf } from './ask.ts';
import { parseDeviceClock, parseEventBlock } from './parse-event.ts';
import { type Ir400Meaning, METHANE_UNITS, parseLive } from './parse-live.ts';
import { readLog } from './read-log.ts';
import { CLOCK, CLOCK_FLAG, GAS_ID, LIVE, type LogName, logAt, MODEL } from './registers.ts';

export interface Ir400Settings {
  readonly slave: SlaveAddress;
  readonly gas?: Gas | undefined;
  readonly full_scale?: number | undefined;
  readonly log: LogName | 'none';
}

const gasIdDetails = z.object({ gas_id: z.int() });

/** What 008D and the settings say together; null: the instrument did not give its gas id. */
export function meaningOf(gasId: number | null, { gas, full_scale }: Ir400Settings): Ir400Meaning {
  const unit = gasId === null ? undefined : METHANE_UNITS[gasId];
  if (unit === undefined)
    return { gas: gas ?? 'unknown', invalid: gas === undefined ? 'gas_unknown' : null, scale: null };
  if (gas !== undefined && gas !== 'CH4') return { gas: 'CH4', invalid: 'gas_differs_from_setting', scale: null };
  return { gas: 'CH4', invalid: null, scale: full_scale === undefined ? null : { unit, full: full_scale } };
}

/** The live value, poll by poll; with a log still to read, that follows the first reading. */
function live(settings: Ir400Settings, meaning: Ir400Meaning, log: LogName | null): Exchange {
  const next: Next = (outcome) => {
    if (log === null || !outcome.ok) return { exchange, when: 'later', notice: null };
    return { exchange: readLog(settings.slave, log, live(settings, meaning, null)), when: 'now', notice: null };
  };
  const exchange = askRegisters(readOf(settings.slave, LIVE), (registers) => parseLive(registers, meaning), next);
  return exchange;
}

/** Which gas and unit the instrument is set to, asked once a connection; then the live value. */
export function firstExchange(settings: Ir400Settings): Exchange {
  const log = settings.log === 'none' ? null : settings.log;
  return askRegisters(
    readOf(settings.slave, GAS_ID),
    (registers) => ({ readings: [], details: { gas_id: registers.getUint16(0) } }),
    (outcome) => {
      const gasId = outcome.ok ? gasIdDetails.parse(outcome.value.details).gas_id : null;
      return { exchange: live(settings, meaningOf(gasId, settings), log), when: 'now', notice: null };
    },
  );
}

/** The exchange behind a recorded request. A recorded answer stands alone: its gas is the setting's, or methane. */
export function answering(bytes: Uint8Array, settings: Ir400Settings): Result<Exchange> {
  const asked = readIr400Request(bytes);
  if (!asked.ok) return asked;
  const request = asked.value;
  const stay: Next = () => ({ exchange, when: 'later', notice: null });
  const exchange: Exchange =
    request.kind === 'ir400_cursor'
      ? moveCursor(request, stay)
      : askRegisters(request, decoderOf(request, settings), stay);
  return ok(exchange);
}

function decoderOf(request: ModbusRead, settings: Ir400Settings): Parameters<typeof askRegisters>[1] {
  const { register, count } = request;
  const isBlock = (block: { readonly register: number; readonly count: number }) =>
    block.register === register && block.count === count;
  const log = logAt(register);
  if (log !== null) return (registers) => ({ readings: [], details: { event: parseEventBlock(registers, log) } });
  if (isBlock(CLOCK_FLAG)) return (words) => ({ readings: [], details: { clock_valid: words.getUint16(0) === 1 } });
  if (isBlock(CLOCK)) return (words) => ({ readings: [], details: { device_clock: parseDeviceClock(words, 0) } });
  if (isBlock(MODEL)) return (words) => ({ readings: [], details: { model: words.getUint16(0) } });
  if (isBlock(GAS_ID)) return (words) => ({ readings: [], details: { gas_id: words.getUint16(0) } });
  const gas = settings.gas ?? 'CH4';
  return (registers) => parseLive(registers, meaningOf(null, { ...settings, gas }));
}

const CURSOR_BYTES = 8;

/** A read, or the event cursor; any other write is `wrong_function`. */
export function readIr400Request(
  bytes: Uint8Array,
): Result<Exchange['request'] & { kind: 'modbus_read' | 'ir400_cursor' }> {
  const [slave, code, high, low, zero, value] = bytes;
  const index = eventIndex.safeParse(value);
  const isCursor = code === 6 && high === 0 && low === 0xb7 && zero === 0 && bytes.length === CURSOR_BYTES;
  if (!isCursor) return parseModbusRead(bytes);
  const address = slaveAddress.safeParse(slave);
  if (!index.success || !address.success) return fail({ code: 'unknown_frame', bytes: toHex(bytes) });
  return ok({ kind: 'ir400_cursor', slave: address.data, index: index.data });
}
