import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, MessageChannelMain, protocol, session, utilityProcess } from 'electron';
import { PORT_MESSAGE } from '../ports/renderer-wire.ts';
import { Ears, type Wire } from '../ports/wire.ts';
import type { Child } from '../supervise/child.ts';
import { ASK_PORT } from './ask-port.ts';
import type { DesktopHost } from './desktop-host.ts';

/** Electron itself behind the shell's interface: no decision is made here. */
export function electronHost(builtFolder: string): DesktopHost {
  let window: BrowserWindow | null = null;
  return {
    claimInstance: () => app.requestSingleInstanceLock(),
    onSecondInstance: (show) => void app.on('second-instance', show),
    declareScheme: (scheme) =>
      protocol.registerSchemesAsPrivileged([
        { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
      ]),
    ready: () => app.whenReady(),
    serveFiles: (fileOf, headers) =>
      protocol.handle('app', async ({ url }) => {
        const file = await fileOf(url);
        if (!file) return new Response('', { status: 404, headers });
        return new Response(Buffer.from(file.bytes), { headers: { ...headers, 'Content-Type': file.type } });
      }),
    guardPermissions: (allow) => {
      // the frame that asks, not the page it stands in
      session.defaultSession.setPermissionRequestHandler((_, permission, answer, { requestingUrl }) =>
        answer(allow({ url: requestingUrl, permission })),
      );
      session.defaultSession.setPermissionCheckHandler((_, permission, url) => allow({ url: `${url}/`, permission }));
    },
    openWindow: (url, isOwn) => {
      window = createWindow(path.join(builtFolder, '../preload/index.cjs'), isOwn);
      void window.loadURL(url);
      return { show: () => showWindow(window) };
    },
    onAskPort: (ask) =>
      void ipcMain.on(ASK_PORT, ({ sender, senderFrame }) =>
        ask({
          url: senderFrame?.url ?? '',
          isOwnWindow: window !== null && sender === window.webContents && senderFrame === sender.mainFrame,
          handOver: () => {
            const { port1, port2 } = new MessageChannelMain();
            sender.postMessage(PORT_MESSAGE, null, [port2]);
            return mainPortWire(port1);
          },
        }),
      ),
    spawn: (name, args) => utilityChild(path.join(builtFolder, `${name}.js`), args, name),
    pickFolder: async () => {
      const picked = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] });
      return picked.canceled ? null : (picked.filePaths[0] ?? null);
    },
    onQuit: onQuitOnce,
    quit: () => app.quit(),
  };
}

function createWindow(preload: string, isOwn: (url: string) => boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      // alarms are heard before the first touch, and while the window is behind another
      autoplayPolicy: 'no-user-gesture-required' as const,
      backgroundThrottling: false,
    },
  });
  const { webContents } = window;
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('will-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  webContents.on('will-attach-webview', (event) => event.preventDefault());
  return window;
}

function showWindow(window: BrowserWindow | null): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Electron does not wait for promises: the first quit is held, the second goes through. */
function onQuitOnce(before: () => Promise<void>): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void before().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function mainPortWire(port: Electron.MessagePortMain): Wire {
  const ears = new Ears();
  port.on('message', ({ data }) => ears.hear(data));
  port.on('close', () => ears.close());
  port.start();
  return { send: (message) => port.postMessage(message), listen: ears.listen };
}

function utilityChild(program: string, args: readonly string[], serviceName: string): Child {
  const child = utilityProcess.fork(program, [...args], { serviceName: `jingxun ${serviceName}`, stdio: 'inherit' });
  const ears = new Ears();
  child.on('message', (message) => ears.hear(message));
  child.on('exit', () => ears.close());
  return {
    wire: { send: (message) => child.postMessage(message), listen: ears.listen },
    kill: () => child.kill(),
  };
}
