import { ok } from '../../vocabulary/result.ts';
import type { Clock } from '../../vocabulary/time.ts';
import { safeHeaders } from '../serve/content-policy.ts';
import type { Wait } from '../supervise/child.ts';
import { startHost } from '../supervise/host.ts';
import { APP_SCHEME, fileOfUrl, isOwnUrl, START_URL } from './app-origin.ts';
import type { DesktopHost, PermissionAsker } from './desktop-host.ts';

export interface DesktopOptions {
  readonly dataFolder: string;
  readonly rendererFolder: string;
  readonly version: string;
  readonly clock: Clock;
  readonly wait: Wait;
}

/** Camera and microphone, for photos and voice notes, and only for our own page. */
const mayUse = ({ url, permission }: PermissionAsker): boolean => permission === 'media' && isOwnUrl(url);

/** Starts the desktop: one window on our own origin, the two processes, and the line between them. */
export async function startDesktop(desktop: DesktopHost, options: DesktopOptions): Promise<void> {
  if (!desktop.claimInstance()) return desktop.quit();
  desktop.declareScheme(APP_SCHEME);
  await desktop.ready();
  desktop.serveFiles((url) => fileOfUrl(url, options.rendererFolder), safeHeaders(null));
  desktop.guardPermissions(mayUse);
  const args = [options.dataFolder];
  const about = { host: 'desktop', why: null, version: options.version, dataFolder: options.dataFolder } as const;
  const host = startHost({
    spawn: { recorder: () => desktop.spawn('recorder', args), listener: () => desktop.spawn('listener', args) },
    clock: options.clock,
    wait: options.wait,
    handlers: {
      'host/about': () => ok(about),
      'host/pick-folder': async () => ok({ folder: await desktop.pickFolder() }),
    },
  });
  let takeOff = () => {};
  desktop.onAskPort((asker) => {
    if (!asker.isOwnWindow || !isOwnUrl(asker.url)) return;
    takeOff(); // a reloaded page asks again: its old line is dead
    takeOff = host.addScreen(asker.handOver());
  });
  desktop.onQuit(host.close);
  const window = desktop.openWindow(START_URL, isOwnUrl);
  desktop.onSecondInstance(window.show);
}
