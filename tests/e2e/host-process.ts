import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '../..');

/** What a start that came to its end said. */
export interface EndedStart {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** `npm start` in the browser host, as a person starts it, on a data folder of the test. */
export interface HostProcess {
  readonly dataFolder: string;
  /** The address that was printed: good for a minute, and once. */
  readonly startUrl: string;
  readonly stop: () => Promise<void>;
}

const START_MS = 30_000;

/** Where a machine remembers what left it; each data folder of a test stands for a machine of its own. */
export const stateFolderOf = (dataFolder: string): string => `${dataFolder}-state`;

function run(dataFolder: string): { readonly child: ChildProcess; readonly said: { out: string; err: string } } {
  const args = ['electron/start.ts', '--data', dataFolder, '--port', '0', '--no-open', '--browser'];
  const env = { ...process.env, TZ: 'Asia/Shanghai', JINGXUN_STATE_DIR: stateFolderOf(dataFolder) };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (bytes: Buffer) => {
    said.out += bytes.toString();
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    said.err += bytes.toString();
  });
  return { child, said };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });

/** Starts the browser host and waits for its address. */
export async function startHost(dataFolder: string): Promise<HostProcess> {
  const { child, said } = run(dataFolder);
  const startUrl = await new Promise<string>((resolve, reject) => {
    const giveUp = (why: string) => reject(new Error(`the host gave no address (${why})\n${said.out}${said.err}`));
    const timer = setTimeout(() => giveUp('time'), START_MS);
    child.stdout?.on('data', () => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/start\?token=\S+/.exec(said.out) ?? [];
      if (address) resolve(address);
      if (address) clearTimeout(timer);
    });
    child.once('exit', () => giveUp('it ended'));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended(child);
  };
  return { dataFolder, startUrl, stop };
}

/** Starts a host that is expected to refuse and end. */
export async function startAndEnd(dataFolder: string): Promise<EndedStart> {
  const { child, said } = run(dataFolder);
  const status = await ended(child);
  return { status, ...said };
}

/** Kills a process of the host as a crash would: found by its program and the test's own data folder. */
export async function kill9(name: 'recorder' | 'listener', dataFolder: string): Promise<void> {
  for (const pid of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    if (words.includes(dataFolder) && words.some((word) => word.endsWith(`${name}/main.ts`)))
      return void process.kill(Number(pid), 'SIGKILL');
  }
  throw new Error(`no ${name} works on ${dataFolder}`);
}
