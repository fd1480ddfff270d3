import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { orThrow } from '../../vocabulary/result.ts';
import type { Wire } from '../ports/wire.ts';
import { TOKEN_LIFE_MS } from './admission.ts';
import { type BrowserHost, serveBrowser } from './browser-host.ts';

let folder: string;
let host: BrowserHost;
let now: number;
let screens: Wire[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jingxun-serve-'));
  await mkdir(path.join(folder, 'root', 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'root', 'index.html'), '<p>井巡</p>');
  await writeFile(path.join(folder, 'root', 'assets', 'app.js'), 'let a;');
  await writeFile(path.join(folder, 'secret.json'), '{}');
  now = 0;
  screens = [];
  const options = { root: path.join(folder, 'root'), port: 0, now: () => now, maxMessageBytes: 1000 };
  host = orThrow(await serveBrowser({ ...options, onScreen: (wire) => screens.push(wire) }));
});

afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request with the path and headers exactly as given; `fetch` would tidy both. */
function ask(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: target, headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

const startPath = () => host.startUrl().slice(host.origin.length);

async function cookie(): Promise<string> {
  const { headers } = await ask(startPath());
  return String(headers['set-cookie']).split(';')[0] ?? '';
}

/** `open`, or the status that refused, or the code that closed after `say`. */
function connect(headers: Record<string, string>, say?: string | Buffer, target = '/wire'): Promise<string> {
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}${target}`, { headers });
  return new Promise((resolve) => {
    socket.on('error', () => {});
    socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)));
    socket.on('close', (code) => resolve(`closed ${code}`));
    socket.on('open', () => {
      if (say === undefined) return resolve('open');
      socket.send(say);
    });
  });
}

describe('the browser host', () => {
  test('a start address works once and leaves a strict cookie that opens the program', async () => {
    const target = startPath();
    const first = await ask(target);
    expect(first.status).toBe(200);
    expect(String(first.headers['set-cookie'])).toMatch(/^jingxun=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const opened = await ask('/', { cookie: String(first.headers['set-cookie']).split(';')[0] ?? '' });
    expect(opened).toMatchObject({ status: 200, body: '<p>井巡</p>' });
    expect(await ask(target)).toMatchObject({ status: 403 });
  });

  test('a start address is dead after a minute', async () => {
    const target = startPath();
    now = TOKEN_LIFE_MS + 1;
    expect((await ask(target)).status).toBe(403);
    expect((await ask('/start?token=')).status).toBe(403);
  });

  test('without a cookie nothing is served', async () => {
    for (const target of ['/', '/assets/app.js', '/index.html']) expect((await ask(target)).status).toBe(403);
    expect((await ask('/', { cookie: 'jingxun=wrong' })).status).toBe(403);
  });

  test('another Host is refused, even with a good token', async () => {
    const target = startPath();
    expect((await ask(target, { host: 'evil.example' })).status).toBe(403);
    expect((await ask(target, { host: `localhost:${new URL(host.origin).port}` })).status).toBe(403);
    expect((await ask(target)).status).toBe(200);
  });

  test('another Origin is refused', async () => {
    const headers = { cookie: await cookie(), origin: 'http://evil.example' };
    expect((await ask('/', headers)).status).toBe(403);
    expect(await connect(headers)).toBe('403');
  });

  test('a path out of the root is not served, however it is written', async () => {
    const headers = { cookie: await cookie() };
    const ways = [
      '/../secret.json',
      '/%2e%2e/secret.json',
      '/assets/..%2f..%2fsecret.json',
      '/..\\secret.json',
      '/%00',
      '/%',
    ];
    for (const target of ways) {
      const { status, body } = await ask(target, headers);
      expect(status, target).toBeGreaterThanOrEqual(400);
      expect(body).not.toBe('{}');
    }
  });

  test('every answer says what may be loaded and is not kept', async () => {
    const { headers } = await ask('/assets/app.js', { cookie: await cookie() });
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(String(headers['content-security-policy'])).toContain(`default-src 'none'; script-src 'self';`);
  });

  test('only GET and HEAD are answered', async () => {
    expect((await ask('/', { cookie: await cookie() }, 'POST')).status).toBe(405);
  });

  test('a socket needs the cookie, the origin and the right path', async () => {
    const { origin } = host;
    const headers = { cookie: await cookie(), origin };
    expect(await connect({ origin })).toBe('401');
    expect(await connect({ cookie: headers.cookie })).toBe('403');
    expect(await connect(headers, undefined, '/other')).toBe('404');
    expect(screens).toHaveLength(0);
    expect(await connect(headers)).toBe('open');
    expect(await connect(headers)).toBe('open');
    expect(screens).toHaveLength(2);
  });

  test('a message over the limit, in bytes, or not JSON closes the socket', async () => {
    const headers = { cookie: await cookie(), origin: host.origin };
    expect(await connect(headers, `"${'x'.repeat(2000)}"`)).toBe('closed 1009');
    expect(await connect(headers, Buffer.from('{}'))).toBe('closed 1003');
    expect(await connect(headers, '{')).toBe('closed 1003');
  });

  test('a taken port is a fault', async () => {
    const port = Number(new URL(host.origin).port);
    const again = await serveBrowser({ root: folder, port, onScreen: () => {}, now: () => 0 });
    expect(again).toEqual({ ok: false, fault: { code: 'port_taken', port } });
  });
});
