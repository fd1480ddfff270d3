import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import { WIRE_PATH } from '../ports/renderer-wire.ts';
import type { Wire } from '../ports/wire.ts';
import { createAdmission } from './admission.ts';
import { safeHeaders } from './content-policy.ts';
import { notAdmittedPage, notFoundPage, startPage } from './pages.ts';
import { wireOfSocket } from './socket-wire.ts';
import { readStatic } from './static-file.ts';

const ADDRESS = '127.0.0.1';
/** One message may carry a photo. */
const MAX_MESSAGE_BYTES = 48 * 1024 * 1024;

export interface BrowserHostOptions {
  /** The built renderer. */
  readonly root: string;
  /** 0: any free port. */
  readonly port: number;
  readonly onScreen: (wire: Wire) => void;
  readonly now: () => number;
  readonly maxMessageBytes?: number;
}

export interface BrowserHost {
  readonly origin: string;
  /** A fresh address that opens the program, for a minute and once. */
  readonly startUrl: () => string;
  readonly close: () => Promise<void>;
}

/** Serves the screens to browsers of this machine only. Fault: `port_taken`. */
export async function serveBrowser(options: BrowserHostOptions): Promise<Result<BrowserHost>> {
  const admission = createAdmission({ now: options.now, random: () => randomBytes(32).toString('base64url') });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxMessageBytes ?? MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  const server = createServer();
  const port = await listenOn(server, options.port);
  if (port === null) return fail({ code: 'port_taken', port: options.port });
  const host = `${ADDRESS}:${port}`;
  const origin = `http://${host}`;
  const headers = safeHeaders(`ws://${host}`);

  const isOurs = (request: IncomingMessage) =>
    request.headers.host === host && (request.headers.origin ?? origin) === origin;

  server.on('request', (request, response) => {
    const answer = (status: number, body: string | Uint8Array, more: Readonly<Record<string, string>> = {}) =>
      send(response, status, body, { ...headers, 'Content-Type': 'text/html; charset=utf-8', ...more }, request.method);
    if (!isOurs(request)) return answer(403, notFoundPage);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, notFoundPage, { Allow: 'GET, HEAD' });
    const url = readUrl(request.url, origin);
    if (!url) return answer(400, notFoundPage);
    if (url.pathname === '/start') {
      const cookie = request.method === 'GET' ? admission.redeem(url.searchParams.get('token') ?? '') : null;
      return cookie ? answer(200, startPage, { 'Set-Cookie': cookie }) : answer(403, notAdmittedPage);
    }
    if (!admission.isAdmitted(request.headers.cookie)) return answer(403, notAdmittedPage);
    void readStatic(options.root, url.pathname).then((file) =>
      file ? answer(200, file.bytes, { 'Content-Type': file.type }) : answer(404, notFoundPage),
    );
  });

  server.on('upgrade', (request, socket, head) => {
    const refusal = refuseUpgrade(request);
    if (refusal !== null) return hangUp(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (opened) => options.onScreen(wireOfSocket(opened)));
  });
  // A browser always sends Origin with a WebSocket, so one without it is not a browser of ours.
  const refuseUpgrade = (request: IncomingMessage): number | null => {
    if (!isOurs(request) || request.headers.origin !== origin) return 403;
    if (!admission.isAdmitted(request.headers.cookie)) return 401;
    return readUrl(request.url, origin)?.pathname === WIRE_PATH ? null : 404;
  };

  return ok({
    origin,
    startUrl: () => `${origin}/start?token=${admission.issueToken()}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

function listenOn(server: ReturnType<typeof createServer>, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, ADDRESS, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : null);
    });
  });
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
  method: string | undefined,
): void {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  response.end(method === 'HEAD' ? undefined : body);
}

function hangUp(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The path as it was sent: a URL parser would resolve `..` before anybody could refuse it, which is as good. */
function readUrl(url: string | undefined, origin: string): URL | null {
  return url?.startsWith('/') && URL.canParse(url, origin) ? new URL(url, origin) : null;
}
