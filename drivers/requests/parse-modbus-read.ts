import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { hasGoodModbusCrc } from '../framing/crc16-modbus.ts';
import { toHex } from '../framing/hex.ts';
import { type ModbusRead, slaveAddress } from './allowed-request.ts';

const REQUEST_BYTES = 8;

/** Reads a Modbus read request back from its bytes; any other function is `wrong_function`. */
export function parseModbusRead(bytes: Uint8Array): Result<ModbusRead> {
  if (bytes.length < REQUEST_BYTES) return fail({ code: 'truncated', got: bytes.length });
  if (bytes.length > REQUEST_BYTES) return fail({ code: 'wrong_length', got: bytes.length });
  if (!hasGoodModbusCrc(bytes)) return fail({ code: 'bad_checksum', bytes: toHex(bytes) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const code = view.getUint8(1);
  if (code !== 3 && code !== 4) return fail({ code: 'wrong_function', got: code });
  const slave = slaveAddress.safeParse(view.getUint8(0));
  if (!slave.success) return fail({ code: 'wrong_slave', got: view.getUint8(0) });
  return ok({
    kind: 'modbus_read',
    slave: slave.data,
    function: code,
    register: view.getUint16(2),
    count: view.getUint16(4),
  });
}
