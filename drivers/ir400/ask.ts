import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange, NextStep } from '../driver.ts';
import { toHex } from '../framing/hex.ts';
import { modbusEchoMatcher } from '../framing/modbus-echo.ts';
import { modbusReplyMatcher } from '../framing/modbus-reply.ts';
import { encodeRequest, type Ir400Cursor, type ModbusRead, type SlaveAddress } from '../requests/allowed-request.ts';
import { exceptionFault, judgeModbusReply } from '../requests/judge-modbus-reply.ts';

/** What follows an answer or a refusal. */
export type Next = (outcome: Result<DecodedFrame>) => NextStep;

const BUSY_EXCEPTIONS: readonly unknown[] = [5, 6];
const BUSY_WAIT_MS = 500;

export const isBusy = (outcome: Result<DecodedFrame>): boolean =>
  !outcome.ok && outcome.fault.code === 'exception' && BUSY_EXCEPTIONS.includes(outcome.fault.exception);

/** A busy instrument is asked again after a while; anything else is for `next`. */
function withBusyWait(exchange: Exchange, next: Next): Next {
  return (outcome) => (isBusy(outcome) ? { exchange, when: BUSY_WAIT_MS, notice: null } : next(outcome));
}

export const readOf = (
  slave: SlaveAddress,
  block: { readonly register: number; readonly count: number },
): ModbusRead => ({
  kind: 'modbus_read',
  slave,
  function: 3,
  ...block,
});

/** Reads registers and says what they mean. */
export function askRegisters(
  request: ModbusRead,
  decode: (registers: DataView, frame: Uint8Array) => DecodedFrame,
  next: Next,
  afterMiss?: Exchange,
): Exchange {
  const exchange: Exchange = {
    request,
    match: modbusReplyMatcher({ slave: request.slave, function: request.function, dataBytes: request.count * 2 }),
    judge: (frame) => {
      const registers = judgeModbusReply(frame, request);
      return registers.ok ? ok(decode(registers.value, frame)) : registers;
    },
    next: (outcome) => withBusyWait(exchange, next)(outcome),
    ...(afterMiss === undefined ? {} : { afterMiss }),
  };
  return exchange;
}

/** Moves the event cursor; only the identical echo is an answer. */
export function moveCursor(request: Ir400Cursor, next: Next, afterMiss?: Exchange): Exchange {
  const exchange: Exchange = {
    request,
    match: modbusEchoMatcher(request.slave),
    judge: (frame) => {
      if (frame[1] === 0x86) return fail(exceptionFault(frame[2]));
      if (toHex(frame) !== toHex(encodeRequest(request))) return fail({ code: 'unknown_frame', bytes: toHex(frame) });
      return ok({ readings: [], details: { echo: { register: 0xb7, value: request.index } } });
    },
    next: (outcome) => withBusyWait(exchange, next)(outcome),
    ...(afterMiss === undefined ? {} : { afterMiss }),
  };
  return exchange;
}
