import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

export interface FakeScreens {
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  readonly stop: () => void;
}

/** Builds the screens over the fake host into a temporary folder and serves them to this machine alone. */
export async function serveFakeScreens(): Promise<FakeScreens> {
  const built = mkdtempSync(join(tmpdir(), 'jingxun-screens-'));
  const configFile = join(import.meta.dirname, '../../renderer/vite.fake.config.ts');
  await build({ configFile, logLevel: 'warn', build: { outDir: built, minify: false } });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname).replace(/^(\.\.[/\\])+/, '');
    const file = join(built, path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const stop = () => {
    server.closeAllConnections();
    server.close();
    rmSync(built, { recursive: true });
  };
  return { address: `http://127.0.0.1:${port}`, stop };
}
