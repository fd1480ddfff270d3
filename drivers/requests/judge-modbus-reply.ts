import type { Fault } from '../../vocabulary/fault.ts';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { ModbusRead } from './allowed-request.ts';

/** Names of Modbus exceptions (p1, "Errors"; Modbus application protocol, 7). */
const EXCEPTION_NAMES: Readonly<Record<number, string>> = {
  1: 'illegal_function',
  2: 'illegal_data_address',
  3: 'illegal_data_value',
  4: 'device_failure',
  5: 'acknowledge',
  6: 'busy',
};

/** A refusal by its number and name. */
export const exceptionFault = (exception: number | undefined): Fault => ({
  code: 'exception',
  exception,
  name: EXCEPTION_NAMES[exception ?? 0] ?? 'unknown',
});

/** The registers of a cut answer, or why it does not answer this request. The CRC has been checked by the framer. */
export function judgeModbusReply(frame: Uint8Array, request: ModbusRead): Result<DataView> {
  const [slave, code, third] = frame;
  if (slave !== request.slave) return fail({ code: 'wrong_slave', got: slave });
  if (code === (request.function | 0x80)) {
    return fail(exceptionFault(third));
  }
  if (code !== request.function) return fail({ code: 'wrong_function', got: code });
  if (third !== request.count * 2) return fail({ code: 'wrong_length', got: third });
  return ok(new DataView(frame.buffer, frame.byteOffset + 3, request.count * 2));
}
