import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { type Fault, sayFault } from '../vocabulary/fault.ts';
import { fail, ok, type Result } from '../vocabulary/result.ts';
import type { Words } from '../vocabulary/words.ts';
import { readArguments } from './cli/arguments.ts';
import { usualDataFolder } from './data-folder.ts';
import { buildRenderer, isRendererStale } from './renderer-build.ts';
import { findElectron, hasDisplay } from './start/electron-runtime.ts';
import { openBrowser } from './start/open-browser.ts';
import { onceAskedToEnd, startBrowser } from './start/start-browser.ts';

// `npm start`: the app in an Electron window, or in the browser where the runtime is missing; it says which and why.

const root = path.resolve(import.meta.dirname, '..');
const say = ({ zh, en }: Words) => console.error(`${zh}\n${en}`);

const usage: Words = {
  zh: 'npm start -- [--data 文件夹] [--port 端口] [--no-open] [--browser]',
  en: 'npm start -- [--data DIR] [--port N] [--no-open] [--browser]',
};

interface StartOptions {
  readonly dataFolder: string;
  readonly port: number;
  readonly opens: boolean;
  readonly wantsBrowser: boolean;
}

function readOptions(argv: readonly string[]): Result<StartOptions | 'help'> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { data: text, port: text, 'no-open': flag, browser: flag, help: flag } as const;
  const read = readArguments(argv, options);
  if (!read.ok) return read;
  const { values, positionals } = read.value;
  if (values.help) return ok('help');
  const port = Number(values.port ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return fail({ code: 'bad_arguments', detail: '--port N' });
  if (positionals.length > 0) return fail({ code: 'bad_arguments', detail: positionals.join(' ') });
  const dataFolder = values.data ? path.resolve(values.data) : usualDataFolder(process.env, process.platform);
  return ok({ dataFolder, port, opens: !values['no-open'], wantsBrowser: values.browser === true });
}

async function start(): Promise<Result<null>> {
  const read = readOptions(process.argv.slice(2));
  if (!read.ok) return read;
  if (read.value === 'help') {
    say(usage);
    return ok(null);
  }
  const electron = findElectron(root, process.env, process.platform);
  const usesWindow = electron !== null && !read.value.wantsBrowser && hasDisplay(process.env, process.platform);
  if (usesWindow) return startWindow(electron, read.value);
  say(whyBrowser(electron !== null, read.value.wantsBrowser));
  return startInBrowser(read.value, electron === null ? 'no-electron-runtime' : 'chosen');
}

const whyBrowser = (hasElectron: boolean, wantsBrowser: boolean): Words => {
  if (wantsBrowser) return { zh: '按要求在浏览器里打开。', en: 'Opening in the browser, as asked.' };
  if (hasElectron) return { zh: '没有图形界面，改用浏览器。', en: 'There is no display here, so the browser is used.' };
  return {
    zh: '在浏览器里打开：本机没有 Electron 运行文件（没有下载到）。功能一样，数据一样。',
    en: 'Opening in the browser: the Electron runtime is not on this machine. Same functions, same data.',
  };
};

const readVersion = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))).version;

/** Builds main, preload and screens, then hands over to Electron and ends with it. */
async function startWindow(electron: string, { dataFolder }: StartOptions): Promise<Result<null>> {
  say({ zh: '正在打开窗口…', en: 'Opening the window…' });
  const { build } = await import('electron-vite');
  await build({ root, logLevel: 'warn' });
  const child = spawn(electron, [root], { stdio: 'inherit', env: { ...process.env, JINGXUN_DATA: dataFolder } });
  process.exitCode = await new Promise<number>((resolve) => {
    child.on('exit', (code) => resolve(code ?? 0));
    child.on('error', () => resolve(2));
  });
  return ok(null);
}

async function startInBrowser(
  { dataFolder, port, opens }: StartOptions,
  why: 'no-electron-runtime' | 'chosen',
): Promise<Result<null>> {
  if (await isRendererStale()) {
    say({ zh: '正在构建界面，约半分钟…', en: 'Building the screens, about half a minute…' });
    const built = await buildRenderer();
    if (!built.ok) return built;
  }
  const started = await startBrowser({ dataFolder, port, why, version: readVersion() });
  if (!started.ok) return started;
  const showAddress = () => {
    const url = started.value.startUrl();
    say({ zh: '打开这个地址（一分钟内有效，只能用一次）：', en: 'Open this address (good for one minute, once):' });
    console.log(url);
    return url;
  };
  say({ zh: `数据在 ${dataFolder}`, en: `Data is in ${dataFolder}` });
  const url = showAddress();
  if (opens) openBrowser(url);
  say({ zh: '按回车再要一个地址，Ctrl-C 结束。', en: 'Press Enter for another address, Ctrl-C to end.' });
  if (process.stdin.isTTY) process.stdin.on('data', showAddress);
  onceAskedToEnd(() => void started.value.close().finally(() => process.exit(0)));
  return ok(null);
}

function endWith(fault: Fault): void {
  const words = sayFault(fault);
  say(words);
  console.log(JSON.stringify({ ok: false, fault: { ...fault, ...words } }));
  process.exitCode = 2;
}

const started = await start();
if (!started.ok) endWith(started.fault);
