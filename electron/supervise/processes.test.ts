import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMhz9041aDevice } from '../../drivers/simulator/mhz9041a-device.ts';
import { always, measuring } from '../../drivers/simulator/simulated-device.ts';
import { openPty, runDevice } from '../../drivers/transports/pty.ts';
import { systemClock, systemTimers } from '../../drivers/transports/system-clock.ts';
import { instrumentId } from '../../vocabulary/ids.ts';
import { ok, orThrow } from '../../vocabulary/result.ts';
import { epochMs } from '../../vocabulary/time.ts';
import { connectPort } from '../ports/connect-port.ts';
import { hostPort } from '../ports/host-port.ts';
import { listenerPort } from '../ports/listener-port.ts';
import { recorderPort } from '../ports/recorder-port.ts';
import { wirePair } from '../ports/wire.ts';
import { type Child, type ProcessName, waitByTimer } from './child.ts';
import { forkChild } from './fork-child.ts';
import { startHost } from './host.ts';

const INSTRUMENT = instrumentId.parse('c'.repeat(32));
const PERSON = { name: '赵远山', certificateNo: 'SX-0301', team: '三组' };
/** The device speaks ten times a second, so that few seconds hold many readings. */
const PERIOD_MS = 100;

let folder: string;
let close: () => Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jingxun-processes-'));
  process.env.JINGXUN_STATE_DIR = path.join(folder, 'state');
});
afterEach(async () => {
  await close();
  delete process.env.JINGXUN_STATE_DIR;
  await rm(folder, { recursive: true });
});

/** The real processes over a real pty, and a screen that counts what it hears. */
async function setUp() {
  const running: Partial<Record<ProcessName, Child>> = {};
  const spawn = (name: ProcessName) => () => {
    running[name] = forkChild(path.join(import.meta.dirname, '..', name, 'main.ts'), [path.join(folder, 'data')]);
    return running[name];
  };
  const host = startHost({
    spawn: { recorder: spawn('recorder'), listener: spawn('listener') },
    clock: systemClock,
    wait: waitByTimer,
    handlers: {
      'host/about': () => ok({ host: 'browser', why: 'chosen', version: '0', dataFolder: folder }),
      'host/pick-folder': () => ok({ folder: null }),
    },
  });
  const [near, far] = wirePair();
  host.addScreen(far);
  const recorder = connectPort(recorderPort, near);
  const listener = connectPort(listenerPort, near);
  const restarts: string[] = [];
  connectPort(hostPort, near).on('process', (news) => news.state === 'restarted' && restarts.push(news.process));
  orThrow(await recorder.ask('session/create', { passphrase: 'secret words', person: PERSON }));

  const pty = await openPty();
  const script = always(measuring('0.50'));
  const device = createMhz9041aDevice({ script, startAt: systemClock.mono(), periodMs: PERIOD_MS });
  const power = runDevice(device, pty, systemClock, systemTimers);
  close = async () => {
    power.stop();
    await host.close();
  };
  let heard = 0;
  let channel = '';
  listener.on('reading', ({ reading }) => {
    heard += 1;
    channel = reading.channel;
  });
  const settings = { unit: '%VOL', warmupMs: 0 };
  const detector = { driver: 'mhz9041a', path: pty.path, instrumentId: INSTRUMENT, settings };
  orThrow(await listener.ask('detector/start', detector));
  const kept = async () => {
    const span = { from: epochMs.parse(0), to: epochMs.parse(Date.now() + 60_000) };
    const minutes = await recorder.ask('readings/minutes', { instrumentId: INSTRUMENT, channel, ...span });
    return minutes.ok ? minutes.value.reduce((sum, { count }) => sum + count, 0) : -1;
  };
  const hearMore = (count: number) => {
    const enough = heard + count;
    return vi.waitFor(() => expect(heard).toBeGreaterThanOrEqual(enough), { timeout: 15_000, interval: 50 });
  };
  return { recorder, listener, running, restarts, hearMore, kept, heard: () => heard, stop: power.stop };
}

/** Two process starts, real serial bytes and a machine that may be busy with other tests. */
const LONG = { timeout: 60_000 };

test('a recorder killed in the middle of work comes back unlocked, and no reading is lost', LONG, async () => {
  const bench = await setUp();
  await bench.hearMore(5);
  bench.running.recorder?.kill();
  await bench.hearMore(15);
  await vi.waitFor(() => expect(bench.restarts).toEqual(['recorder']), { timeout: 15_000 });
  expect(orThrow(await bench.recorder.ask('session/state', {}))).toMatchObject({ phase: 'open', person: PERSON });
  bench.stop();
  await vi.waitFor(async () => expect(await bench.kept()).toBe(bench.heard()), { timeout: 15_000, interval: 200 });
});

test('a listener killed in the middle of work listens again by itself, and the hole is told', LONG, async () => {
  const bench = await setUp();
  const gaps: string[] = [];
  bench.listener.on('gap', ({ cause }) => gaps.push(cause));
  await bench.hearMore(5);
  bench.running.listener?.kill();
  await vi.waitFor(() => expect(bench.restarts).toEqual(['listener']), { timeout: 15_000 });
  await bench.hearMore(5);
  expect(gaps).toContain('listener_restarted');
});
