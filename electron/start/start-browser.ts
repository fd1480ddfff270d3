import path from 'node:path';
import process from 'node:process';
import { systemClock } from '../../drivers/transports/system-clock.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { lockFolder } from '../instance-lock.ts';
import { rendererOut } from '../renderer-build.ts';
import { serveBrowser } from '../serve/browser-host.ts';
import { waitByTimer } from '../supervise/child.ts';
import { forkChild } from '../supervise/fork-child.ts';
import { startHost } from '../supervise/host.ts';

export interface BrowserStart {
  readonly dataFolder: string;
  readonly port: number;
  readonly why: 'no-electron-runtime' | 'chosen';
  readonly version: string;
}

export interface RunningBrowserHost {
  readonly startUrl: () => string;
  readonly close: () => Promise<void>;
}

const program = (name: string) => path.join(import.meta.dirname, '..', name, 'main.ts');

/** The browser host: recorder, listener and the built screens for the browsers of this machine. Faults: data_in_use, port_taken. */
export async function startBrowser({
  dataFolder,
  port,
  why,
  version,
}: BrowserStart): Promise<Result<RunningBrowserHost>> {
  const lock = await lockFolder(dataFolder);
  if (!lock.ok) return lock;
  const host = startHost({
    spawn: {
      recorder: () => forkChild(program('recorder'), [dataFolder]),
      listener: () => forkChild(program('listener'), [dataFolder]),
    },
    clock: systemClock,
    wait: waitByTimer,
    handlers: {
      'host/about': () => ok({ host: 'browser', why, version, dataFolder }),
      'host/pick-folder': () => ok({ folder: null }),
    },
  });
  const served = await serveBrowser({
    root: rendererOut,
    port,
    onScreen: host.addScreen,
    now: () => performance.now(),
  });
  if (!served.ok) {
    await host.close();
    await lock.value.release();
    return served;
  }
  return ok({
    startUrl: served.value.startUrl,
    close: async () => {
      await served.value.close();
      await host.close();
      await lock.value.release();
    },
  });
}

/** Calls back once when the terminal or the system asks the program to end. */
export function onceAskedToEnd(then: () => void): void {
  let isAsked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!isAsked) then();
      isAsked = true;
    });
  }
}
