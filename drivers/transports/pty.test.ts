import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { bootId, instrumentId } from '../../vocabulary/ids.ts';
import { orThrow } from '../../vocabulary/result.ts';
import { itransDriver } from '../itrans/itrans-driver.ts';
import { createSession, type OpenTransport, type Transport } from '../session/create-session.ts';
import type { SessionItem } from '../session/session-item.ts';
import { createItransDevice } from '../simulator/itrans-device.ts';
import { always, measuring } from '../simulator/simulated-device.ts';
import { openPty, runDevice } from './pty.ts';
import { serialTransport } from './serial-port.ts';
import { systemClock, systemTimers } from './system-clock.ts';

const link = { baudRate: 9600, dataBits: 8, parity: 'none', stopBits: 1 } as const;
const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);
const atEnd: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of atEnd.splice(0).toReversed()) await undo();
});

const openAt = (at: string): OpenTransport => serialTransport({ path: at, serialNumber: null });

async function openHost(at: string, heard: number[]): Promise<Transport> {
  const events = { bytes: (bytes: Uint8Array) => void heard.push(...bytes), lost: () => {} };
  const transport = orThrow(await openAt(at)(link, events));
  atEnd.push(() => transport.close());
  return transport;
}

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!isSo() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('a pty as a serial line', () => {
  test('passes all 256 byte values unchanged both ways and echoes nothing', async () => {
    const pty = await openPty();
    atEnd.push(() => pty.close());
    const atDevice: number[] = [];
    const atHost: number[] = [];
    pty.onBytes((bytes) => atDevice.push(...bytes));
    const host = await openHost(pty.path, atHost);
    pty.write(everyByte);
    host.write(everyByte);
    await until(() => atDevice.length >= 256 && atHost.length >= 256);
    expect(atHost).toEqual([...everyByte]);
    expect(atDevice).toEqual([...everyByte]);
  });

  test('a write that never ends gives the line up, so that requests do not pile up in it', async () => {
    const pty = await openPty();
    atEnd.push(() => pty.close());
    pty.onBytes(() => {});
    pty.stall();
    const causes: string[] = [];
    const opened = await openAt(pty.path)(link, { bytes: () => {}, lost: (cause) => causes.push(cause) });
    const host = orThrow(opened);
    host.write(new Uint8Array(2_000_000));
    await until(() => causes.length > 0);
    expect(causes).toEqual(['write hung']);
    // Closing it may hang as well; nobody waits for that.
    void host.close();
  });

  test('what the device says before anyone listens does not come back to it', async () => {
    const pty = await openPty();
    atEnd.push(() => pty.close());
    const atDevice: number[] = [];
    pty.onBytes((bytes) => atDevice.push(...bytes));
    pty.write(everyByte);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(atDevice).toEqual([]);
  });

  test('what waited in the port before it was opened is not heard, because its age is not known', async () => {
    const pty = await openPty();
    atEnd.push(() => pty.close());
    const atHost: number[] = [];
    pty.write(Uint8Array.of(1, 2, 3));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await openHost(pty.path, atHost);
    pty.write(Uint8Array.of(4, 5));
    await until(() => atHost.length >= 2);
    expect(atHost).toEqual([4, 5]);
  });

  test('a plug pulled in the middle of bytes is noticed at once, even where another is at its path already', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pty-'));
    atEnd.push(() => rmSync(folder, { recursive: true }));
    const port = path.join(folder, 'port');
    let noticed = 0;
    for (let round = 0; round < 20; round += 1) {
      const [pty, next] = [await openPty(), await openPty()];
      atEnd.push(() => next.close());
      symlinkSync(pty.path, port);
      const lost = new Promise<string>((resolve) => {
        const events = { bytes: () => setImmediate(() => pty.close()), lost: resolve };
        void openAt(port)(link, events).then((opened) => atEnd.push(() => orThrow(opened).close()));
      });
      await new Promise((resolve) => setTimeout(resolve, 20));
      pty.write(everyByte);
      rmSync(port);
      symlinkSync(next.path, port);
      const waited = new Promise<null>((resolve) => setTimeout(resolve, 300, null));
      if ((await Promise.race([lost, waited])) !== null) noticed += 1;
      rmSync(port);
    }
    expect(noticed).toBe(20);
  });

  test('a port that is open is busy, one that is not there is absent, a file is no port', async () => {
    const pty = await openPty();
    atEnd.push(() => pty.close());
    await openHost(pty.path, []);
    const events = { bytes: () => {}, lost: () => {} };
    expect(await openAt(pty.path)(link, events)).toMatchObject({ ok: false, fault: { code: 'port_busy' } });
    expect(await openAt('/dev/tty-not-there')(link, events)).toMatchObject({ fault: { code: 'port_absent' } });
    expect(await openAt('/dev/null')(link, events)).toMatchObject({ fault: { code: 'port_failed' } });
  });

  test('a session hears a device, notices the pulled plug and finds it again on the next port', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pty-'));
    atEnd.push(() => rmSync(folder, { recursive: true }));
    const port = path.join(folder, 'port');
    const plugIn = async () => {
      const pty = await openPty();
      rmSync(port, { force: true });
      symlinkSync(pty.path, port);
      const device = createItransDevice({ script: always(measuring('0.75')), startAt: systemClock.mono() });
      const running = runDevice(device, pty, systemClock, systemTimers);
      atEnd.push(() => running.stop());
      return { device, running };
    };
    const first = await plugIn();
    const items: SessionItem[] = [];
    const count = (kind: SessionItem['kind']) => items.filter((item) => item.kind === kind).length;
    const session = createSession({
      prepared: orThrow(itransDriver.prepare({ gas: 'CH4', unit: '%VOL' })),
      instrument: instrumentId.parse('1'.repeat(32)),
      boot: bootId.parse('2'.repeat(32)),
      clock: systemClock,
      timers: systemTimers,
      open: openAt(port),
      emit: (item) => items.push(item),
    });
    orThrow(await session.start());
    atEnd.push(() => session.stop());
    await until(() => count('reading') >= 1);
    first.running.stop();
    await until(() => count('stale') === 1);
    expect(count('stale')).toBe(1);
    const second = await plugIn();
    await until(() => count('gap') === 1);
    expect(items.find((item) => item.kind === 'gap')).toMatchObject({ cause: 'unplugged' });
    const heard = items.flatMap((item) => (item.kind === 'reading' ? [item.rawHex] : []));
    expect(heard).toEqual([...first.device.truth, ...second.device.truth].map((entry) => entry.hex));
    expect([...first.device.trap, ...second.device.trap]).toEqual([]);
  });
});
