import { describe, expect, expectTypeOf, test } from 'vitest';
import { fromHex, toHex } from '../framing/hex.ts';
import {
  type AllowedRequest,
  encodeRequest,
  eventIndex,
  type Ir400Cursor,
  type ModbusRead,
  slaveAddress,
} from './allowed-request.ts';
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
      'modbus_read' | 'ir400_cursor' | 'winsen_read' | 'mps_read' | 'mps_start' | 'dynament_read' | 'cubic_read'
    >();
    expectTypeOf<ModbusRead['function']>().toEqualTypeOf<3 | 4>();
    // @ts-expect-error function 6 writes a register
    const write: ModbusRead = { ...read, function: 6 };
    // @ts-expect-error 0 is the broadcast address and no slave
    const broadcast: ModbusRead = { ...read, slave: 0 };
    expect([write.function, broadcast.slave]).toEqual([6, 0]);
  });

  test('the event cursor goes to register 00B7 with 0 to 9, and nowhere else', () => {
    const slave = slaveAddress.parse(1);
    expect(toHex(encodeRequest({ kind: 'ir400_cursor', slave, index: 0 }))).toBe('010600b7000039ec');
    for (const index of eventIndex.def.values) {
      const bytes = encodeRequest({ kind: 'ir400_cursor', slave, index });
      expect([...bytes.subarray(0, 6)]).toEqual([1, 6, 0, 0xb7, 0, index]);
    }
    // @ts-expect-error there is no eleventh event
    const beyond: Ir400Cursor = { kind: 'ir400_cursor', slave, index: 10 };
    expect(() => encodeRequest(beyond)).toThrow();
    // @ts-expect-error the register is not a parameter
    const elsewhere: Ir400Cursor = { kind: 'ir400_cursor', slave, index: 1, register: 1 };
    expect(toHex(encodeRequest(elsewhere)).slice(0, 12)).toBe('010600b70001');
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
