import process from 'node:process';
import { Ears, type Wire } from '../ports/wire.ts';
import { HELLO } from './child.ts';

/** What Electron's utility processes have in place of `process.send`. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (kind: 'message', hear: (event: { readonly data: unknown }) => void) => void;
}

/** The line of this process to its host, whether it is a child of Node or of Electron. */
export function processWire(): Wire {
  const ears = new Ears();
  const parentPort: unknown = Reflect.get(process, 'parentPort');
  if (isParentPort(parentPort)) {
    parentPort.on('message', ({ data }) => ears.hear(data));
    return { send: (message) => parentPort.postMessage(message), listen: ears.listen };
  }
  process.on('message', (message) => ears.hear(message));
  process.on('disconnect', () => ears.close());
  return {
    send: (message) => void (process.connected && process.send?.(message, undefined, undefined, () => {})),
    listen: ears.listen,
  };
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value;

/** Tells the host that this process serves now. */
export const sayHello = (wire: Wire): void => wire.send(HELLO);
