import type { Result } from '../../vocabulary/result.ts';
import type { DecodedFrame, Exchange, NextStep } from '../driver.ts';
import { modbusReplyMatcher } from '../framing/modbus-reply.ts';
import type { ModbusRead, SlaveAddress } from '../requests/allowed-request.ts';
import { judgeModbusReply } from '../requests/judge-modbus-reply.ts';
import { type ItransMeaning, parseItransRegisters } from './parse-registers.ts';

/** 40101 on the wire; the second sensor's block stands 100 registers higher (p1, "Request"). */
const FIRST_REGISTER = 0x64;
const REGISTERS_PER_SENSOR = 100;
/** Reading, mode and status word; without the status word the poll the manual publishes. */
const WITH_STATUS = 5;
const WITHOUT_STATUS = 4;

const ILLEGAL_ADDRESS = 2;
const BUSY_EXCEPTIONS: readonly unknown[] = [5, 6];
const BUSY_WAIT_MS = 500;

export const itransRead = (slave: SlaveAddress, sensor: 1 | 2, count: 4 | 5 = WITH_STATUS): ModbusRead => ({
  kind: 'modbus_read',
  slave,
  function: 3,
  register: FIRST_REGISTER + (sensor - 1) * REGISTERS_PER_SENSOR,
  count,
});

/** The exchange for any allowed read of this block; after exception 02 to the status word the basic poll takes over. */
export function itransExchange(request: ModbusRead, meaning: ItransMeaning, lacksStatus = false): Exchange {
  const exchange: Exchange = {
    request,
    match: modbusReplyMatcher({ slave: request.slave, function: request.function, dataBytes: request.count * 2 }),
    judge: (frame) => {
      const registers = judgeModbusReply(frame, request);
      if (!registers.ok) return registers;
      const decoded = parseItransRegisters(registers.value, request.slave, meaning);
      return { ok: true, value: lacksStatus ? withLackNamed(decoded) : decoded };
    },
    next: (outcome) => nextStep(outcome, exchange, request, meaning),
  };
  return exchange;
}

function nextStep(
  outcome: Result<DecodedFrame>,
  exchange: Exchange,
  request: ModbusRead,
  meaning: ItransMeaning,
): NextStep {
  if (outcome.ok || outcome.fault.code !== 'exception') return { exchange, when: 'later', notice: null };
  const { exception } = outcome.fault;
  if (BUSY_EXCEPTIONS.includes(exception)) return { exchange, when: BUSY_WAIT_MS, notice: null };
  if (exception !== ILLEGAL_ADDRESS || request.count !== WITH_STATUS) {
    return { exchange, when: 'later', notice: null };
  }
  const basic = itransExchange({ ...request, count: WITHOUT_STATUS }, meaning, true);
  return { exchange: basic, when: 'now', notice: { code: 'alarm_bits_unavailable' } };
}

const withLackNamed = (decoded: DecodedFrame): DecodedFrame => ({
  ...decoded,
  readings: decoded.readings.map((each) => ({ ...each, flags: [...each.flags, 'alarm_bits_unavailable'] })),
});
