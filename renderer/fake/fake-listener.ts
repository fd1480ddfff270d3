import { hostPort } from '../../electron/ports/host-port.ts';
import { listenerPort } from '../../electron/ports/listener-port.ts';
import { servePort } from '../../electron/ports/serve-port.ts';
import type { Wire } from '../../electron/ports/wire.ts';
import { fail, ok } from '../../vocabulary/result.ts';
import { type FakeReading, fakeDetectors, fakeReadings, streamedReadings } from './fake-detectors.ts';
import { fakeDump } from './fake-dump.ts';
import { fakeFind } from './fake-find.ts';
import { fakeNow } from './fake-ids.ts';
import type { SceneName } from './scene.ts';

const unitField = {
  key: 'unit',
  zh: '单位（用标气或说明书确认）',
  en: 'Unit (confirm by test gas or data sheet)',
  kind: 'choice' as const,
  choices: ['%VOL', '%LEL'],
  default: null,
};

const drivers = [
  {
    id: 'itrans',
    zh: 'iTrans固定式检测仪',
    en: 'iTrans fixed detector',
    talk: 'poll' as const,
    note: null,
    settings: [
      { key: 'slave', zh: '站号', en: 'Slave number', kind: 'integer' as const, choices: [], default: '1' },
      {
        key: 'gas1',
        zh: '一号传感器气体',
        en: 'Gas of sensor 1',
        kind: 'choice' as const,
        choices: ['CH4', 'CO'],
        default: null,
      },
    ],
  },
  {
    id: 'mhz9041a',
    zh: 'MH-Z9041A甲烷模块',
    en: 'MH-Z9041A methane module',
    talk: 'stream' as const,
    note: null,
    settings: [unitField],
  },
  {
    id: 'profile:mine-co',
    zh: 'Modbus配置mine-co：3号井一氧化碳变送器（CO ppm）',
    en: 'Modbus profile mine-co: CO transmitter of shaft 3 (CO ppm)',
    talk: 'poll' as const,
    note: 'manual of the maker, 2024; medium: one register and one worked example',
    settings: [],
  },
];

/** Eight detectors at ten readings a second each, one after the other as lines give them. */
function streamAt(now: () => number, tell: (reading: FakeReading) => void): void {
  let turn = 0;
  setInterval(() => {
    const all = streamedReadings(now());
    for (const one of [all[turn % all.length], all[(turn + 1) % all.length]]) if (one) tell(one);
    turn += 2;
  }, 25);
}

/** The listener of a scene: an hour of readings and then quiet, so that a picture is the same each time; or a stream. */
export function serveFakeListener(wire: Wire, scene: SceneName, now: () => number): void {
  const served = servePort(listenerPort, wire, {
    'port/list': () =>
      ok({
        ports: ['/dev/ttyUSB0', '/dev/ttyUSB1'].map((path) => ({
          path,
          manufacturer: 'FTDI',
          vendorId: '0403',
          productId: '6001',
          serialNumber: null,
        })),
        listing: 'ok',
      }),
    'driver/list': () => ok(drivers),
    'driver/notOffered': () =>
      ok({
        folder: '/home/inspector/.local/share/jingxun/profiles',
        refused: [
          {
            file: 'old-co.json',
            fault: { code: 'bad_profile', detail: 'profiles.0.channels.0: unit or unitFrom, one of them' },
          },
        ],
        withheld: [
          { id: 'sgx-inir', zh: 'SGX INIR', en: 'SGX INIR', fault: { code: 'driver_withheld', driver: 'sgx-inir' } },
        ],
      }),
    'detector/start': ({ path }) => fail({ code: 'port_busy', path }),
    'detector/stop': () => ok({}),
    'detector/confirm': () => ok({}),
    ...fakeDump((state) => served.tell('dump', state)),
    ...fakeFind((state) => served.tell('find', state)),
    'detector/states': () => {
      if (scene === 'stream') streamAt(now, (reading) => served.tell('reading', reading));
      setTimeout(() => {
        for (const reading of fakeReadings(scene)) served.tell('reading', reading);
      });
      return ok(fakeDetectors(scene));
    },
  });
}

export function serveFakeHost(wire: Wire, scene: SceneName): void {
  const served = servePort(hostPort, wire, {
    'host/about': () =>
      ok({
        host: 'browser',
        why: scene === 'empty' ? 'no-electron-runtime' : 'chosen',
        version: '0.1.0',
        dataFolder: '/home/jingxun/data',
      }),
    'host/pick-folder': () => ok({ folder: null }),
  });
  if (scene !== 'faults') return;
  setTimeout(() => {
    served.tell('process', { process: 'recorder', state: 'restarted', stoppedMs: 1200, at: fakeNow });
    served.tell('process', { process: 'listener', state: 'restarted', stoppedMs: 3000, at: fakeNow });
  }, 50);
}
