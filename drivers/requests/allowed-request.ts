import { z } from 'zod';
import { withCcittCheck } from '../framing/crc16-ccitt.ts';
import { withModbusCrc } from '../framing/crc16-modbus.ts';
import { withZeroSum } from '../framing/zero-sum.ts';

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

/** The stored events of an IR400: 0 is the newest. */
export const eventIndex = z.literal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
export type EventIndex = z.infer<typeof eventIndex>;

/**
 * The one write there is: which stored event the log registers show (p5, 00B7). It changes no setting; the register is
 * not a parameter, and no other index can be said.
 */
export interface Ir400Cursor {
  readonly kind: 'ir400_cursor';
  readonly slave: SlaveAddress;
  readonly index: EventIndex;
}

/** The count of sensor 1 (p3). Zero, span, self-calibration, range and mode are other commands and have no member. */
interface WinsenRead {
  readonly kind: 'winsen_read';
}

/** Answer, status, version and info (p7). */
export const mpsCommands = [0x01, 0x41, 0x42, 0x43] as const;

interface MpsRead {
  readonly kind: 'mps_read';
  readonly command: (typeof mpsCommands)[number];
}

/** The two standards by which an MPS can report %LEL, and the payload that starts continuous measuring with each. */
export const lelStandards = { 'ISO 10156': 0x02, 'IEC 60079-20-1': 0x22 } as const;
export type LelStandard = keyof typeof lelStandards;
export const lelStandardNames = ['ISO 10156', 'IEC 60079-20-1'] as const satisfies readonly LelStandard[];

/** Starting to measure (p7): only after the user has confirmed it. Stopping and shutting down have no member. */
export interface MpsStart {
  readonly kind: 'mps_start';
  readonly standard: LelStandard;
}

/** Live data simple (p4, variable 06). The write frame has no member. */
interface DynamentRead {
  readonly kind: 'dynament_read';
}

/** Measurement, properties, version and serial number (p8). */
export const cubicCommands = [0x01, 0x0d, 0x1e, 0x1f] as const;

export interface CubicRead {
  readonly kind: 'cubic_read';
  readonly command: (typeof cubicCommands)[number];
}

/**
 * Everything this program can ever send to an instrument. Writing, zeroing, calibrating and mode changes are forbidden
 * (the protocol pages, "Forbidden commands") and therefore have no member here: a driver cannot express them, and the
 * session sends nothing that is not made by `encodeRequest`.
 */
export type AllowedRequest = ModbusRead | Ir400Cursor | WinsenRead | MpsRead | MpsStart | DynamentRead | CubicRead;

/** The requests that change nothing at all: what may be asked while the instrument is not known yet. */
export type HarmlessRead = Exclude<AllowedRequest, Ir400Cursor | MpsStart>;

/** The bytes of a request as they go on the wire. */
export function encodeRequest(request: AllowedRequest): Uint8Array {
  switch (request.kind) {
    case 'modbus_read':
      return modbusRead(request);
    case 'ir400_cursor':
      return withModbusCrc(Uint8Array.of(request.slave, 6, 0x00, 0xb7, 0x00, eventIndex.parse(request.index)));
    case 'winsen_read':
      return Uint8Array.of(0xff, ...withZeroSum(Uint8Array.of(0x01, 0x86, 0, 0, 0, 0, 0)));
    case 'mps_read':
      return withMpsCheck(Uint8Array.of(request.command, 0, 0, 0, 0, 0, 0, 0));
    case 'mps_start':
      return withMpsCheck(Uint8Array.of(0x61, 0, 1, 0, 0, 0, 0, 0, lelStandards[request.standard]));
    case 'dynament_read':
      return Uint8Array.of(0x10, 0x13, 0x06, 0x10, 0x1f, 0x00, 0x58);
    case 'cubic_read':
      return withZeroSum(Uint8Array.of(0x11, 0x01, request.command));
  }
}

/** The check of an MPS request fills the last two bytes of its header. */
const withMpsCheck = (bytes: Uint8Array): Uint8Array => withCcittCheck(bytes, 6);

const modbusRead = ({ slave, function: code, register, count }: ModbusRead): Uint8Array =>
  withModbusCrc(Uint8Array.of(slave, code, register >> 8, register & 0xff, count >> 8, count & 0xff));
