import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { itransDriver } from '../../../drivers/itrans/itrans-driver.ts';
import { createItransDevice } from '../../../drivers/simulator/itrans-device.ts';
import { always, measuring } from '../../../drivers/simulator/simulated-device.ts';
import { openPty, runDevice } from '../../../drivers/transports/pty.ts';
import { serialTransport } from '../../../drivers/transports/serial-port.ts';
import { systemClock, systemTimers } from '../../../drivers/transports/system-clock.ts';
import { bootId } from '../../../vocabulary/ids.ts';
import { fail, orThrow } from '../../../vocabulary/result.ts';
import { connectPort } from '../../ports/connect-port.ts';
import { intakePort } from '../../ports/intake-port.ts';
import { type LiveReading, listenerPort } from '../../ports/listener-port.ts';
import { servePort } from '../../ports/serve-port.ts';
import { wirePair } from '../../ports/wire.ts';
import { serveListener } from '../serve-listener.ts';

const atEnd: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of atEnd.splice(0).toReversed()) await undo();
});

/** The listener as it runs, for one kind of instrument, on real lines. */
async function listenerOnLines() {
  const folder = await mkdtemp(path.join(tmpdir(), 'jingxun-find-'));
  atEnd.push(() => rm(folder, { recursive: true }));
  const [near, far] = wirePair();
  servePort(intakePort, near, {
    'intake/spool-key': () => fail({ code: 'locked' }),
    'intake/keep': (batch) => ({ ok: true, value: { batch: batch.batch, kept: batch.readings.length } }),
  });
  const listener = serveListener(far, {
    spoolFolder: path.join(folder, 'spool'),
    profilesFolder: path.join(folder, 'profiles'),
    boot: bootId.parse('b'.repeat(32)),
    clock: systemClock,
    timers: systemTimers,
    random: randomBytes,
    uptimeMs: () => systemClock.mono(),
    listPorts: async () => ({ ports: [], incompleteBecause: 'no udev' }),
    openPort: serialTransport,
    drivers: [itransDriver],
  });
  atEnd.push(() => listener.close());
  return connectPort(listenerPort, near, { code: 'recorder_down' });
}

test('an instrument that only answers is found on a real line: heard silent, asked one question, recognised and started', async () => {
  const device = createItransDevice({ script: always(measuring('0.75')), startAt: systemClock.mono() });
  const pty = await openPty();
  const running = runDevice(device, pty, systemClock, systemTimers);
  atEnd.push(() => running.stop());
  const client = await listenerOnLines();
  const heard: LiveReading[] = [];
  client.on('reading', (reading) => heard.push(reading));
  const news = vi.fn();
  client.on('find', news);
  const become = (phase: string) =>
    vi.waitFor(() => expect(news).toHaveBeenLastCalledWith(expect.objectContaining({ phase })), { timeout: 20_000 });

  const { find } = orThrow(await client.ask('find/start', { path: pty.path }));
  await become('silent');
  expect(device.truth).toEqual([]);
  orThrow(await client.ask('find/ask', { find, drivers: ['itrans'], slave: null }));
  await become('recognised');
  expect(news.mock.lastCall?.[0]).toMatchObject({ found: { driver: 'itrans' } });
  const asked = {
    driver: 'itrans',
    path: pty.path,
    instrumentId: 'a'.repeat(32),
    settings: { gas: 'CH4', unit: '%VOL' },
  };
  orThrow(await client.ask('detector/start', asked));
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(0), { timeout: 10_000 });
  expect(heard[0]?.reading.value).toEqual({ quality: 'ok', amount: '0.75', unit: '%VOL' });
  expect(device.trap).toEqual([]);
}, 45_000);
