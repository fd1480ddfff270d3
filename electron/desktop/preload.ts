/// <reference lib="dom" />
import { contextBridge, ipcRenderer } from 'electron';
import { DESKTOP_BRIDGE, type DesktopBridge, PORT_MESSAGE } from '../ports/renderer-wire.ts';
import { ASK_PORT } from './ask-port.ts';

// Built to CommonJS: a sandboxed preload cannot be a module. It exposes one function and passes one port on.
const bridge: DesktopBridge = { askPort: () => ipcRenderer.send(ASK_PORT) };

ipcRenderer.on(PORT_MESSAGE, (event) => window.postMessage(PORT_MESSAGE, window.origin, event.ports));
contextBridge.exposeInMainWorld(DESKTOP_BRIDGE, bridge);
