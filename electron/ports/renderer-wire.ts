import { Ears, type Wire } from './wire.ts';

/** Where the browser host's socket is, on the page's own origin. */
export const WIRE_PATH = '/wire';

/** The one function that the desktop's preload puts on the window: it asks main for the line, which comes as a message. */
export const DESKTOP_BRIDGE = 'jingxunDesktop';

/** What the message that carries the desktop's line says; its first port is the line. */
export const PORT_MESSAGE = 'jingxun-port';

export interface DesktopBridge {
  readonly askPort: () => void;
}

/** What is used of a DOM MessagePort. */
interface MessagePortLike {
  readonly postMessage: (message: unknown) => void;
  readonly addEventListener: (kind: 'message', hear: (event: { readonly data: unknown }) => void) => void;
  readonly start: () => void;
}

/** What is used of the window. */
export interface DesktopWindow {
  readonly [DESKTOP_BRIDGE]?: DesktopBridge;
  readonly addEventListener: (
    kind: 'message',
    hear: (event: {
      readonly source: unknown;
      readonly data: unknown;
      readonly ports: readonly MessagePortLike[];
    }) => void,
  ) => void;
}

/** The line to the desktop's main process, or null where the page was not opened by the desktop. Early messages wait. */
export function desktopWire(window: DesktopWindow): Wire | null {
  const bridge = window[DESKTOP_BRIDGE];
  if (!bridge) return null;
  const ears = new Ears();
  const waiting: unknown[] = [];
  let line: MessagePortLike | null = null;
  window.addEventListener('message', ({ source, data, ports: [port] }) => {
    if (source !== window || data !== PORT_MESSAGE || !port || line) return;
    line = port;
    port.addEventListener('message', (event) => ears.hear(event.data));
    port.start();
    for (const message of waiting.splice(0)) port.postMessage(message);
  });
  bridge.askPort();
  return {
    send: (message) => (line ? line.postMessage(message) : void waiting.push(message)),
    listen: ears.listen,
  };
}
