import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { scaled } from '../../vocabulary/test-scale.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { withCcittCheck } from '../framing/crc16-ccitt.ts';
import { withModbusCrc } from '../framing/crc16-modbus.ts';
import { fromHex, toHex } from '../framing/hex.ts';
import { withZeroSum } from '../framing/zero-sum.ts';
import { drivers } from '../registry.ts';
import { sgxInirDriver } from '../sgx-inir/sgx-inir-driver.ts';
import { createCubicSjhDevice } from '../simulator/cubic-sjh-device.ts';
import { createDynamentDevice } from '../simulator/dynament-device.ts';
import { createIr400Device } from '../simulator/ir400-device.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../simulator/mhz9041a-device.ts';
import { createMpsDevice } from '../simulator/mps-device.ts';
import { createProfileDevice } from '../simulator/profile-device.ts';
import { always, measuring, type SimulatedDevice } from '../simulator/simulated-device.ts';
import { createWinsenDevice, createWinsenStream } from '../simulator/winsen-device.ts';

import {
  type AllowedRequest,
  cubicCommands,
  encodeRequest,
  eventIndex,
  mpsCommands,
  slaveAddress,
} from './allowed-request.ts';

const parts = { script: always(measuring('0.75')), startAt: 0 };
const bytesOf = (hex: string) => fromHex(hex) ?? new Uint8Array();

const modbus = (hex: string) => withModbusCrc(bytesOf(hex));
const winsen = (hex: string) => Uint8Array.of(0xff, ...withZeroSum(bytesOf(hex)));
const cubic = (command: number) => withZeroSum(Uint8Array.of(0x11, 0x01, command));
const mps = (hex: string) => withCcittCheck(bytesOf(hex), 6);

/** 05, 06, 08, 0F, 10, 16 and 17 write or disturb. */
const WRITE_FUNCTIONS = ['05', '06', '08', '0f', '10', '16', '17'];

/** Commands of the protocol pages that may never be sent, with good checks; and the device that must notice them. */
const FORBIDDEN: readonly (readonly [string, () => SimulatedDevice, readonly Uint8Array[]])[] = [
  [
    'itrans: address, clock, alarm and calibration registers, and every function that is no read',
    () => createItransDevice(parts),
    [
      ...['0064', '0074', '0075', '0076', '0065', '0066'].map((register) => `0106${register}0001`),
      ...WRITE_FUNCTIONS.map((code) => `01${code}00640001`),
    ].map(modbus),
  ],
  [
    'mhz9041a: reset, mode, baud, id of the carrier board, by the bare register and with its write bit; and its read',
    () => createMhz9041aDevice(parts),
    ['12', '92', '11', '91', '07', '87', '05', '85', '0c'].map((register) => bytesOf(`aa5500${register}00c0740d0a`)),
  ],
  [
    'winsen: zero, span, self-calibration, range, mode',
    () => createWinsenDevice(parts),
    ['01870000000000', '018807d0000000', '0179a000000000', '01990000001388', '01784100000000'].map(winsen),
  ],
  ['winsen streaming: anything', () => createWinsenStream(parts), [winsen('01860000000000')]],
  [
    'dynament: the write frame',
    () => createDynamentDevice(parts),
    [bytesOf('1015e5a2101f01db'), bytesOf('101305101f0057')],
  ],
  [
    'ir400: mode, gas, solenoid, clock, cursor beyond 9, coils, several registers, diagnostics',
    () => createIr400Device({ ...parts, alarms: 2 }),
    [
      '010600010002',
      '010600030064',
      '010600080001',
      '010600b31a03',
      '010600b7000a',
      '010600b70100',
      '0105000000ff',
      '011000000001',
      '010600c70000',
      ...WRITE_FUNCTIONS.map((code) => `01${code}00b70000`).filter((hex) => hex !== '010600b70000'),
    ].map(modbus),
  ],
  [
    'mps: shut down, stop by either standard, a start while measuring',
    () => createMpsDevice(parts),
    ['6200000000000000', '610001000000000003', '610001000000000023', '610001000000000002'].map(mps),
  ],
  [
    'cubic-sjh: calibrate and settings',
    () => createCubicSjhDevice(parts),
    [0x03, 0x06, 0x0e, 0x10, 0x11, 0x23, 0x50].map(cubic),
  ],
  [
    'profile: every function that is no read; the span and zero registers of the FGD10A-M (40152, 40154)',
    () => createProfileDevice({ ...parts, blocks: [{ function: 3, address: 0, wordsOf: () => [1] }] }),
    [...WRITE_FUNCTIONS.map((code) => `01${code}00000001`), '010600970001', '010600990001'].map(modbus),
  ],
];

describe('the trap', () => {
  test.each(FORBIDDEN)('is sprung by %s', (_, make, commands) => {
    for (const command of commands) {
      const device = make();
      device.hear(command, 1);
      expect(device.trap, toHex(command)).toEqual([toHex(command).slice(0, device.trap[0]?.length)]);
      expect(device.trap).toHaveLength(1);
    }
  });
});

/** Section 3 of the reference, judged by the bytes alone. */
function isForbidden(bytes: Uint8Array): boolean {
  const hex = toHex(bytes);
  const isAllowed = [
    /^..0[34][0-9a-f]{12}$/, // Modbus reads
    /^..0600b7000[0-9][0-9a-f]{4}$/, // the event cursor of p5
    /^ff0186000000000079$/,
    /^101306101f0058$/,
    /^(01|41|42|43)0000000000[0-9a-f]{4}$/,
    /^610001000000(579302|35b722)$/, // start, continuous, by either standard
    /^1101(01ed|0de1|1ed0|1fcf)$/,
  ].some((pattern) => pattern.test(hex));
  return !isAllowed || bytes[0] === 0;
}

const slaves = fc.integer({ min: 1, max: 247 }).map((slave) => slaveAddress.parse(slave));
/** Everything that the type can express; a new member of it has to be added here, or this does not compile. */
const anyRequest: { readonly [K in AllowedRequest['kind']]: fc.Arbitrary<Extract<AllowedRequest, { kind: K }>> } = {
  modbus_read: fc.record({
    kind: fc.constant('modbus_read'),
    slave: slaves,
    function: fc.constantFrom(3, 4),
    register: fc.integer({ min: 0, max: 0xffff }),
    count: fc.integer({ min: 1, max: 125 }),
  }),
  ir400_cursor: fc.record({
    kind: fc.constant('ir400_cursor'),
    slave: slaves,
    index: fc.constantFrom(...eventIndex.def.values),
  }),
  winsen_read: fc.constant({ kind: 'winsen_read' }),
  mps_read: fc.record({ kind: fc.constant('mps_read'), command: fc.constantFrom(...mpsCommands) }),
  mps_start: fc.record({
    kind: fc.constant('mps_start'),
    standard: fc.constantFrom('ISO 10156', 'IEC 60079-20-1'),
  }),
  dynament_read: fc.constant({ kind: 'dynament_read' }),
  cubic_read: fc.record({ kind: fc.constant('cubic_read'), command: fc.constantFrom(...cubicCommands) }),
};

test('nothing that can be expressed is forbidden, and every trap above is', () => {
  const requests: fc.Arbitrary<AllowedRequest> = fc.oneof(...Object.values(anyRequest));
  fc.assert(
    fc.property(requests, (request) => {
      expect(isForbidden(encodeRequest(request)), toHex(encodeRequest(request))).toBe(false);
    }),
    { numRuns: scaled(500) },
  );
  // To a stream that was never asked a read is forbidden too; and a start is, once it measures: the devices' own matter.
  const byBytes = FORBIDDEN.filter(([name]) => !name.startsWith('winsen streaming'));
  const starts = ['610001000000579302', '61000100000035b722'];
  for (const [name, , commands] of byBytes)
    for (const command of commands.filter((each) => !starts.includes(toHex(each))))
      expect(isForbidden(command), `${name} ${toHex(command)}`).toBe(true);
});

test('the withheld infrared module is never spoken to: configuration, calibration and mode would stop it', async () => {
  const bench = createBench(orThrow(sgxInirDriver.prepare({})));
  bench.plugIn(talkative());
  await bench.session.start();
  for (const hex of ['5b414b5d0a0d', '5b4e415d0a0d']) {
    bench.inject(bytesOf(hex));
    await bench.run(30_000);
  }
  expect(bench.sent).toEqual([]);
});

/** What each driver may put on the line at all, by the list of the protocol pages. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  itrans: /^0103006400(05c416|0405d6)$/,
  mhz9041a: /^$/,
  winsen: /^ff0186000000000079$/,
  dynament: /^101306101f0058$/,
  ir400: /^01(03[0-9a-f]{12}|0600b7000[0-9][0-9a-f]{4})$/,
  mps: /^(010000000000|4[123]0000000000)[0-9a-f]{4}$/,
  'cubic-sjh': /^1101(01ed|0de1|1ed0|1fcf)$/,
};
const ALLOWED_READS = /^01(03|04)[0-9a-f]{12}$/;

/** Answers of every protocol, good, refused and broken, in turn, whatever was asked. */
const ANSWERS = [
  '018302c0f1',
  '01830540f3',
  '010302006 4b9af'.replace(' ', ''),
  '01030600000040000020a1',
  '010302000178 44'.replace(' ', ''),
  '0103020000b844',
  '010310001234561a03050e161f000000000007 2ec0'.replace(' ', ''),
  '010600b7000039ec',
  'ff8602604700 0000d1'.replace(' ', ''),
  '101901',
  '1016',
  '101a08010000000000403f101f00e1',
  '1605010068 00007c'.replace(' ', ''),
  '06020101f6',
  '41000100123e00',
  '01050000e768',
  '',
];

function talkative(): SimulatedDevice {
  const waiting: Uint8Array[] = [];
  let asked = 0;
  return {
    hear() {
      asked += 1;
      waiting.push(
        bytesOf(ANSWERS[asked % ANSWERS.length] ?? ''),
        bytesOf(ANSWERS[(asked * 7) % ANSWERS.length] ?? ''),
      );
    },
    speak: () => waiting.splice(0),
    get due() {
      return waiting.length > 0 ? 0 : null;
    },
    truth: [],
    trap: [],
  };
}

test.each(drivers.map((driver) => [driver.id, driver] as const))(
  '%s sends only what the protocol pages allow, whatever is answered',
  async (id, driver) => {
    const bench = createBench(orThrow(driver.prepare({})));
    bench.plugIn(talkative());
    await bench.session.start();
    await bench.run(120_000);
    const sent = [...new Set(bench.sent.map(toHex))];
    if (id !== 'mhz9041a') expect(sent.length).toBeGreaterThan(0);
    for (const hex of sent) expect(hex).toMatch(ALLOWED[id] ?? ALLOWED_READS);
  },
);
