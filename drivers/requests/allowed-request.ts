import { z } from 'zod';
import { withModbusCrc } from '../framing/crc16-modbus.ts';

/** A Modbus bus address; 0 (broadcast) is refused. */
export const slaveAddress = z.int().min(1).max(247).brand<'SlaveAddress'>();
export type SlaveAddress = z.infer<typeof slaveAddress>;

/** Reading registers. `register` is the address on the wire: 40101 is 0x0064 for p1. */
export interface ModbusRead {
  readonly kind: 'modbus_read';
  readonly slave: SlaveAddress;
  /** Read holding or input registers; there is no way to say a write function. */
  readonly function: 3 | 4;
  readonly register: number;
  /** 1..125 registers. */
  readonly count: number;
}

/**
 * Everything this program can ever send to an instrument. Writing, zeroing, calibrating and mode changes are forbidden
 * (the protocol pages, "Forbidden commands") and therefore have no member here: a driver cannot express them, and the
 * session sends nothing that is not made by `encodeRequest`.
 */
export type AllowedRequest = ModbusRead;

/** The bytes of a request as they go on the wire. */
export function encodeRequest(request: AllowedRequest): Uint8Array {
  const { slave, function: code, register, count } = request;
  return withModbusCrc(Uint8Array.of(slave, code, register >> 8, register & 0xff, count >> 8, count & 0xff));
}
