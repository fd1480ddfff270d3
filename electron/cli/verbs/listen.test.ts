import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drivers } from '../../../drivers/registry.ts';
import { createCubicSjhDevice } from '../../../drivers/simulator/cubic-sjh-device.ts';
import { createDynamentDevice } from '../../../drivers/simulator/dynament-device.ts';
import { createIr400Device } from '../../../drivers/simulator/ir400-device.ts';
import { createItransDevice } from '../../../drivers/simulator/itrans-device.ts';
import { createMhz9041aDevice } from '../../../drivers/simulator/mhz9041a-device.ts';
import { createMpsDevice } from '../../../drivers/simulator/mps-device.ts';
import { createProfileDevice } from '../../../drivers/simulator/profile-device.ts';
import {
  always,
  measuring,
  type ScriptStep,
  type SimulatedDevice,
} from '../../../drivers/simulator/simulated-device.ts';
import { createWinsenDevice } from '../../../drivers/simulator/winsen-device.ts';
import { openPty, runDevice } from '../../../drivers/transports/pty.ts';
import { systemClock, systemTimers } from '../../../drivers/transports/system-clock.ts';
import { runVerb } from '../run-verb.ts';

let folder = '';
const atEnd: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'listen-'));
});
afterEach(() => {
  for (const undo of atEnd.splice(0).toReversed()) undo();
  rmSync(folder, { recursive: true });
});

async function plugIn(device: SimulatedDevice): Promise<string> {
  const pty = await openPty();
  const running = runDevice(device, pty, systemClock, systemTimers);
  atEnd.push(() => running.stop());
  return pty.path;
}

async function run(...argv: string[]) {
  const out: string[] = [];
  const code = await runVerb(argv, { out: (text) => out.push(text), err: () => {}, env: {} });
  return { code, lines: jsonLines(out.join('')) };
}

const jsonLines = (text: string) =>
  text
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const file = (name: string) => path.join(folder, name);
const inFile = (name: string) => jsonLines(readFileSync(file(name), 'utf8'));
const steady = () => ({ script: always(measuring('0.75')), startAt: systemClock.mono() });
const script: [ScriptStep, ScriptStep] = [
  { forMs: 2000, condition: measuring('0.75') },
  { forMs: 9000, condition: { kind: 'over_range' } },
];

describe('listen', () => {
  test('writes what the device sent, and replay gives the same lines again', async () => {
    const device = createItransDevice({ script, startAt: systemClock.mono() });
    const port = await plugIn(device);
    const settings = ['--set', 'gas=CH4', '--set', 'unit=%VOL'];
    const files = ['--out', file('out.ndjson'), '--raw', file('raw.ndjson')];
    const ran = await run('listen', '--driver', 'itrans', '--port', port, '--seconds', '2.5', ...settings, ...files);
    expect(ran).toMatchObject({ code: 0, lines: [{ ok: true, readings: 2, faults: 0 }] });
    const lines = inFile('out.ndjson');
    expect(lines.map((line) => line.raw_hex)).toEqual(device.truth.map((entry) => entry.hex));
    expect(lines).toMatchObject([
      { type: 'reading', channel: 'ch1', gas: 'CH4', value: 0.75, unit: '%VOL', quality: 'ok' },
      { type: 'reading', value: null, quality: 'over_range' },
    ]);
    expect(device.trap).toEqual([]);
    expect(await run('replay', file('raw.ndjson'))).toEqual({ code: 0, lines });
  });

  test.each<[string, () => SimulatedDevice, string[]]>([
    [
      'winsen',
      () => createWinsenDevice(steady()),
      ['gas=CH4', 'unit=%VOL', 'scale=0.01', 'full_scale=5', 'mode=poll', 'warmupMs=0'],
    ],
    ['dynament', () => createDynamentDevice(steady()), ['gas=CH4', 'unit=%VOL', 'full_scale=5']],
    ['ir400', () => createIr400Device({ ...steady(), alarms: 1 }), []],
    ['mps', () => createMpsDevice(steady()), ['unit=%LEL(ISO 10156)']],
    ['cubic-sjh', () => createCubicSjhDevice(steady()), ['unit=%VOL', 'scale=0.01']],
  ])('hears %s over a line', async (driver, make, settings) => {
    const device = make();
    const set = settings.flatMap((each) => ['--set', each]);
    const seconds = driver === 'mps' ? '3.6' : '1.7';
    const argv = [
      '--driver',
      driver,
      '--port',
      await plugIn(device),
      '--seconds',
      seconds,
      '--out',
      file('out.ndjson'),
    ];
    expect(await run('listen', ...argv, ...set)).toMatchObject({ code: 0, lines: [{ ok: true, readings: 1 }] });
    const lines = inFile('out.ndjson');
    expect(lines[0]).toMatchObject({ type: 'reading', gas: 'CH4', value: 0.75, quality: 'ok' });
    if (driver === 'ir400') expect(lines[1]).toMatchObject({ type: 'event', log: 'alarm', total_count: 1 });
    expect(device.trap).toEqual([]);
  });

  test.each(['itrans', 'winsen'])(
    'a line that speaks by itself is not asked by %s, and that is said at once',
    async (driver) => {
      const device = createMhz9041aDevice({ ...steady(), periodMs: 800 });
      const port = await plugIn(device);
      const ran = await run(
        'listen',
        '--driver',
        driver,
        '--port',
        port,
        '--seconds',
        '20',
        '--out',
        file('out.ndjson'),
      );
      expect(ran).toMatchObject({ code: 2, lines: [{ ok: false, fault: { code: 'line_speaks', path: port } }] });
      const lines = inFile('out.ndjson');
      expect(lines.some((line) => line.code === 'line_speaks')).toBe(true);
      expect(lines.some((line) => line.type === 'reading')).toBe(false);
      expect(device.trap).toEqual([]);
    },
  );

  test('half frames are truncated faults and no readings', async () => {
    const device = createMhz9041aDevice({
      script: always(measuring('0.75'), { kind: 'half' }),
      startAt: systemClock.mono(),
      periodMs: 300,
    });
    const port = await plugIn(device);
    const ran = await run(
      'listen',
      '--driver',
      'mhz9041a',
      '--port',
      port,
      '--seconds',
      '1',
      '--out',
      file('out.ndjson'),
    );
    expect(ran.code).toBe(1);
    expect(inFile('out.ndjson')[0]).toMatchObject({ type: 'fault', code: 'truncated' });
  });

  test.each([
    [['--driver', 'itrans', '--port', '/dev/tty-not-there'], 'port_absent'],
    [['--driver', 'geiger', '--port', '/dev/tty-not-there'], 'unknown_driver'],
    [['--driver', 'itrans', '--port', '/dev/tty-not-there', '--set', 'slave=0'], 'bad_setting'],
    [['--driver', 'itrans'], 'bad_arguments'],
  ])('%o exits 2 with a fault and makes no file', async (argv, code) => {
    const ran = await run('listen', ...argv, '--seconds', '1', '--out', file('out.ndjson'));
    expect(ran).toMatchObject({ code: 2, lines: [{ ok: false, fault: { code } }] });
    expect(existsSync(file('out.ndjson'))).toBe(false);
  });

  test('a busy port is said to be busy, and the first listener goes on', async () => {
    const device = createItransDevice({ script: always(measuring('0.75')), startAt: systemClock.mono() });
    const argv = ['listen', '--driver', 'itrans', '--port', await plugIn(device), '--seconds', '1.5'];
    const first = run(...argv, '--set', 'gas=CH4', '--set', 'unit=%VOL', '--out', file('one.ndjson'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await run(...argv, '--out', file('two.ndjson'))).toMatchObject({
      code: 2,
      lines: [{ fault: { code: 'port_busy' } }],
    });
    expect(await first).toMatchObject({ code: 0, lines: [{ readings: 1 }] });
  });

  test('an output that cannot be written is a fault', async () => {
    const port = await plugIn(createItransDevice({ script, startAt: systemClock.mono() }));
    const argv = ['listen', '--driver', 'itrans', '--port', port, '--seconds', '1.6', '--out'];
    expect(await run(...argv, file('no/such/folder'))).toMatchObject({
      code: 2,
      lines: [{ fault: { code: 'file_absent' } }],
    });
    if (existsSync('/dev/full')) {
      expect(await run(...argv, '/dev/full')).toMatchObject({ code: 2, lines: [{ fault: { code: 'disk_full' } }] });
    }
  });

  test('an interrupt ends it early and cleanly', async () => {
    const device = createItransDevice({ script: always(measuring('0.75')), startAt: systemClock.mono() });
    const port = await plugIn(device);
    setTimeout(() => process.emit('SIGINT'), 1600);
    const ran = await run(
      'listen',
      '--driver',
      'itrans',
      '--port',
      port,
      '--seconds',
      '60',
      '--out',
      file('out.ndjson'),
    );
    expect(ran).toMatchObject({ code: 0, lines: [{ ok: true, readings: 1 }] });
    expect(inFile('out.ndjson')).toHaveLength(1);
  });
});

describe('decode, replay, drivers, ports', () => {
  test('decode prints one line a vector and refuses what is no vector file', async () => {
    const vectors = [
      { id: 'a', protocol: 'p1', direction: 'host->device', hex: '01 03 00 64 00 04 05 D6' },
      { id: 'b', protocol: 'p99', direction: 'device->host', hex: '00' },
    ];
    writeFileSync(file('v.json'), JSON.stringify({ vectors }));
    expect(await run('decode', file('v.json'))).toEqual({
      code: 0,
      lines: [
        { id: 'a', got: { request: { slave: 1, function: 3, register: 100, count: 4 } } },
        { id: 'b', got: { unsupported: true } },
      ],
    });
    writeFileSync(file('v.json'), '{"vectors":[{}]}');
    expect(await run('decode', file('v.json'))).toMatchObject({
      code: 2,
      lines: [{ fault: { code: 'file_malformed' } }],
    });
    expect(await run('decode', file('none'))).toMatchObject({ code: 2, lines: [{ fault: { code: 'file_absent' } }] });
  });

  test('replay refuses a file that is no capture and takes one whose last line was cut off', async () => {
    writeFileSync(file('raw'), '{"v":2}\n');
    expect(await run('replay', file('raw'))).toMatchObject({
      code: 2,
      lines: [{ fault: { code: 'bad_capture', line: 1 } }],
    });
    const header = { v: 1, driver: 'mhz9041a', driverVersion: '1', settings: {} };
    writeFileSync(file('raw'), `${JSON.stringify(header)}\n{"wall_ms":1,"mono_fi`);
    expect(await run('replay', file('raw'))).toEqual({ code: 0, lines: [] });
  });

  test('drivers lists what files of a folder add, and names the bad ones with their reason', async () => {
    const [model] = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../../drivers/modbus-profile/profiles.json'), 'utf8'),
    ).profiles;
    writeFileSync(file('good.json'), JSON.stringify({ ...model, id: 'mine' }));
    writeFileSync(file('shadow.json'), JSON.stringify(model));
    writeFileSync(file('notes.txt'), 'no profile');
    const { code, lines } = await run('drivers', '--profiles', folder);
    expect(code).toBe(0);
    expect(lines.at(-2)).toMatchObject({ id: 'profile:mine', note: expect.stringContaining(model.source) });
    expect(lines.at(-1)).toMatchObject({
      refused: 'shadow.json',
      fault: { code: 'profile_id_taken', id: model.id },
      zh: expect.stringContaining('shadow.json'),
    });
  });

  test('listen hears an instrument that a file adds', async () => {
    const profiles = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../../drivers/modbus-profile/profiles.json'), 'utf8'),
    ).profiles;
    const model = profiles.find(({ id }: { id: string }) => id === 'jxbs-3001-co');
    writeFileSync(file('good.json'), JSON.stringify({ ...model, id: 'mine' }));
    const block = { function: 3, address: 6, wordsOf: () => [240] } as const;
    const port = await plugIn(createProfileDevice({ ...steady(), blocks: [block] }));
    const files = ['--out', file('out.ndjson'), '--raw', file('raw.ndjson'), '--profiles', folder];
    const ran = await run('listen', '--driver', 'profile:mine', '--port', port, '--seconds', '1.7', ...files);
    expect(ran).toMatchObject({ code: 0 });
    const lines = inFile('out.ndjson');
    expect(lines[0]).toMatchObject({ type: 'reading', gas: 'CO', value: 24, unit: 'ppm', quality: 'ok' });
    // The replay needs no file: the description is kept beside the bytes.
    expect(await run('replay', file('raw.ndjson'))).toEqual({ code: 0, lines });
  });

  test('drivers lists every driver with the settings it takes', async () => {
    const { code, lines } = await run('drivers');
    expect(code).toBe(0);
    expect(lines.map((line) => line.id)).toEqual(drivers.map((driver) => driver.id));
    expect(lines[0].settings.map((field: { key: string }) => field.key)).toContain('unit');
  });

  test('ports never fails, also where the system gives no list', async () => {
    const { code, lines } = await run('ports');
    expect(code).toBe(0);
    for (const line of lines) expect(line).toMatchObject({ path: expect.any(String) });
  });
});
