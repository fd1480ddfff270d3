import path from 'node:path';
import process from 'node:process';
import { app } from 'electron';
import { epochMs, monoMs } from '../../vocabulary/time.ts';
import { usualDataFolder } from '../data-folder.ts';
import { waitByTimer } from '../supervise/child.ts';
import { startDesktop } from './desktop-shell.ts';
import { electronHost } from './electron-host.ts';

const built = import.meta.dirname;

await startDesktop(electronHost(built), {
  dataFolder: usualDataFolder(process.env, process.platform), // the same folder as in the browser
  rendererFolder: path.join(built, '../renderer'),
  version: app.getVersion(),
  clock: {
    wall: () => epochMs.parse(Date.now()),
    mono: () => monoMs.parse(Math.round(performance.now() * 1000) / 1000),
  },
  wait: waitByTimer,
});
