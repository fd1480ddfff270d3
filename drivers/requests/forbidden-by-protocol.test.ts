import { describe, expect, test } from 'vitest';
import { orThrow } from '../../vocabulary/result.ts';
import { createBench } from '../acceptance/virtual-bench.ts';
import { withCcittCheck } from '../framing/crc16-ccitt.ts';
import { withModbusCrc } from '../framing/crc16-modbus.ts';
import { fromHex, toHex } from '../framing/hex.ts';
import { withZeroSum } from '../framing/zero-sum.ts';
import { drivers } from '../registry.ts';
import { createCubicSjhDevice } from '../simulator/cubic-sjh-device.ts';
import { createDynamentDevice } from '../simulator/dynament-device.ts';
import { createIr400Device } from '../simulator/ir400-device.ts';
import { createMpsDevice } from '../simulator/mps-device.ts';
import { createProfileDevice } from '../simulator/profile-device.ts';
import { always, measuring, type SimulatedDevice } from '../simulator/simulated-device.ts';
import { createWinsenDevice, createWinsenStream } from '../simulator/winsen-device.ts';

const parts = { script: always(measuring('0.75')), startAt: 0 };
const bytesOf = (hex: string) => fromHex(hex) ?? new Uint8Array();

const modbus = (hex: string) => withModbusCrc(bytesOf(hex));
const winsen = (hex: string) => Uint8Array.of(0xff, ...withZeroSum(bytesOf(hex)));
const cubic = (command: number) => withZeroSum(Uint8Array.of(0x11, 0x01, command));
const mps = (hex: string) => withCcittCheck(bytesOf(hex), 6);

/** Commands of the protocol pages that may never be sent, with good checks; and the device that must notice them. */
const FORBIDDEN: readonly (readonly [string, () => SimulatedDevice, readonly Uint8Array[]])[] = [
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
      '010800000000',
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
    'profile: writes',
    () => createProfileDevice({ ...parts, blocks: [{ function: 3, address: 0, wordsOf: () => [1] }] }),
    ['010600000001', '0105000000ff', '010800000000', '011600000001'].map(modbus),
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
