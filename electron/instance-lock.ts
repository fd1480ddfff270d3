import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fail, ok, type Result } from '../vocabulary/result.ts';

export interface InstanceLock {
  readonly release: () => Promise<void>;
}

/**
 * Takes a data folder for this program alone, and makes it where it is absent. The lock is a listening socket, which the
 * operating system frees however the program ends. Faults: data_in_use, data_read_only.
 */
export async function lockFolder(folder: string): Promise<Result<InstanceLock>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return fail({
      code: 'data_read_only',
      path: folder,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  const name = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  const address = socketAddress(name);
  const first = await listen(address);
  const server = first ?? (address.isFile && !(await answers(address.path)) ? await takeOver(address) : null);
  if (!server) return fail({ code: 'data_in_use', path: folder });
  return ok({ release: () => new Promise((resolve) => server.close(() => resolve())) });
}

interface Address {
  readonly path: string;
  /** A socket file outlives a program that was killed; the other kinds do not. */
  readonly isFile: boolean;
}

function socketAddress(name: string): Address {
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\jingxun-${name}`, isFile: false };
  if (process.platform === 'linux') return { path: `\0jingxun-${name}`, isFile: false };
  return { path: path.join(tmpdir(), `jingxun-${name}.sock`), isFile: true };
}

async function takeOver(address: Address): Promise<Server | null> {
  await rm(address.path, { force: true });
  return listen(address);
}

function listen({ path: at }: Address): Promise<Server | null> {
  const server = createServer((socket) => socket.destroy());
  server.unref();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(at, () => resolve(server));
  });
}

function answers(at: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(at, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
