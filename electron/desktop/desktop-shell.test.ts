import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ok } from '../../vocabulary/result.ts';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { connectPort } from '../ports/connect-port.ts';
import { hostPort } from '../ports/host-port.ts';
import { type Wire, wirePair } from '../ports/wire.ts';
import { fileOfUrl, START_URL } from './app-origin.ts';
import type { DesktopHost, PermissionAsker, PortAsker } from './desktop-host.ts';
import { startDesktop } from './desktop-shell.ts';

/** A machine without Electron: remembers what the shell asked of it. */
function fakeDesktop(claims = true) {
  const calls: string[] = [];
  const kept: {
    askPort?: (asker: PortAsker) => void;
    allow?: (asker: PermissionAsker) => boolean;
    isOwn?: (url: string) => boolean;
    headers?: Readonly<Record<string, string>>;
  } = {};
  const desktop: DesktopHost = {
    claimInstance: () => claims,
    onSecondInstance: () => void calls.push('onSecondInstance'),
    declareScheme: (scheme) => void calls.push(`scheme ${scheme}`),
    ready: async () => void calls.push('ready'),
    serveFiles: (_, headers) => {
      kept.headers = headers;
    },
    guardPermissions: (allow) => {
      kept.allow = allow;
    },
    openWindow: (url, isOwn) => {
      kept.isOwn = isOwn;
      calls.push(`window ${url}`);
      return { show: () => {} };
    },
    onAskPort: (ask) => {
      kept.askPort = ask;
    },
    spawn: (name, args) => {
      calls.push(`spawn ${name} ${args.join(' ')}`);
      return { wire: wirePair()[0], kill: () => {} };
    },
    pickFolder: async () => '/stick',
    onQuit: () => void calls.push('onQuit'),
    quit: () => void calls.push('quit'),
  };
  return { desktop, calls, kept };
}

const options = {
  dataFolder: '/data',
  rendererFolder: '/app/renderer',
  version: '0.1.0',
  clock: { wall: () => epochMs.parse(0), mono: () => monoMs.parse(0) },
  wait: () => () => {},
};

describe('the desktop shell', () => {
  test('starts both processes on the data folder and opens one window on our own origin', async () => {
    const { desktop, calls } = fakeDesktop();
    await startDesktop(desktop, options);
    expect(calls).toEqual([
      'scheme app',
      'ready',
      'spawn recorder /data',
      'spawn listener /data',
      'onQuit',
      `window ${START_URL}`,
      'onSecondInstance',
    ]);
  });

  test('ends at once where Jingxun is open already', async () => {
    const { desktop, calls } = fakeDesktop(false);
    await startDesktop(desktop, options);
    expect(calls).toEqual(['quit']);
  });

  test('allows camera and microphone to our own page and nothing to anybody else', async () => {
    const { desktop, kept } = fakeDesktop();
    await startDesktop(desktop, options);
    const allow = (url: string, permission: string) => kept.allow?.({ url, permission });
    expect(allow(START_URL, 'media')).toBe(true);
    expect(allow('https://example.org/', 'media')).toBe(false);
    expect(allow(START_URL, 'geolocation')).toBe(false);
    expect(allow('app://jingxun.example/', 'media')).toBe(false);
  });

  test('lets the window show nothing but our own pages, under a policy that lets nothing in', async () => {
    const { desktop, kept } = fakeDesktop();
    await startDesktop(desktop, options);
    expect(kept.isOwn?.('app://jingxun/index.html')).toBe(true);
    for (const foreign of ['https://jingxun/', 'file:///etc/passwd', 'app://other/', 'javascript:1', 'no url']) {
      expect(kept.isOwn?.(foreign)).toBe(false);
    }
    expect(kept.headers?.['Content-Security-Policy']).toContain("default-src 'none'");
  });

  test('hands the line to its own page only, and it carries the host port', async () => {
    const { desktop, kept } = fakeDesktop();
    await startDesktop(desktop, options);
    const handed: Wire[] = [];
    const ask = (url: string, isOwnWindow: boolean) =>
      kept.askPort?.({
        url,
        isOwnWindow,
        handOver: () => {
          const [near, far] = wirePair();
          handed.push(near);
          return far;
        },
      });
    ask('https://example.org/', true);
    ask(START_URL, false);
    expect(handed).toHaveLength(0);
    ask(START_URL, true);
    const [line] = handed;
    if (!line) throw new Error('no line');
    const about = await connectPort(hostPort, line).ask('host/about', {});
    expect(about).toEqual(ok({ host: 'desktop', why: null, version: '0.1.0', dataFolder: '/data' }));
    expect(await connectPort(hostPort, line).ask('host/pick-folder', {})).toEqual(ok({ folder: '/stick' }));
  });
});

describe('the file a URL names', () => {
  const folder = import.meta.dirname;
  const readable = mkdtempSync(path.join(tmpdir(), 'jingxun-desktop-'));
  writeFileSync(path.join(readable, 'index.html'), '<!doctype html>');
  afterAll(() => rmSync(readable, { recursive: true }));

  test('lies in the folder of the renderer', async () => {
    expect(await fileOfUrl('app://jingxun/', readable)).toMatchObject({ type: 'text/html; charset=utf-8' });
    expect(await fileOfUrl(START_URL, readable)).not.toBeNull();
  });

  test('is none for a path that climbs out, another origin or a file that is not served', async () => {
    for (const url of [
      'app://jingxun/..%2f..%2fpackage.json',
      'app://other/index.html',
      'file:///index.html',
      'app://jingxun/main.ts',
    ]) {
      expect(await fileOfUrl(url, folder)).toBeNull();
    }
  });
});
