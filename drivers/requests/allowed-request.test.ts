import { describe, expect, expectTypeOf, test } from 'vitest';
import { fromHex, toHex } from '../framing/hex.ts';
import { type AllowedRequest, encodeRequest, type ModbusRead, slaveAddress } from './allowed-request.ts';
import { parseModbusRead } from './parse-modbus-read.ts';

const read: ModbusRead = { kind: 'modbus_read', slave: slaveAddress.parse(1), function: 3, register: 0x64, count: 4 };

describe('what may be sent', () => {
  test('the published poll of four registers is encoded byte for byte', () => {
    expect(toHex(encodeRequest(read))).toBe('01030064000405d6');
  });

  test('a request read back from its bytes is the same request', () => {
    expect(parseModbusRead(encodeRequest(read))).toEqual({ ok: true, value: read });
  });

  test('a write function cannot be expressed', () => {
    expectTypeOf<AllowedRequest['kind']>().toEqualTypeOf<
      'modbus_read' | 'winsen_read' | 'dynament_read' | 'cubic_read'
    >();
    expectTypeOf<ModbusRead['function']>().toEqualTypeOf<3 | 4>();
    // @ts-expect-error function 6 writes a register
    const write: ModbusRead = { ...read, function: 6 };
    // @ts-expect-error 0 is the broadcast address and no slave
    const broadcast: ModbusRead = { ...read, slave: 0 };
    expect([write.function, broadcast.slave]).toEqual([6, 0]);
  });

  test('the broadcast address and addresses beyond 247 are refused', () => {
    for (const address of [0, 248, 1.5, -1]) expect(slaveAddress.safeParse(address).success).toBe(false);
  });

  test.each([
    ['0106006400010814', 'bad_checksum'],
    ['01060064000109d5', 'wrong_function'],
    ['010300640004', 'truncated'],
  ])('bytes %s are no read request: %s', (hex, code) => {
    expect(parseModbusRead(fromHex(hex) ?? new Uint8Array())).toMatchObject({ ok: false, fault: { code } });
  });
});
