import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { SerialPort } from 'serialport';
import { fail, ok, type Result } from '../../vocabulary/result.ts';
import type { Link } from '../driver.ts';
import type { OpenTransport, Transport, TransportEvents } from '../session/create-session.ts';
import { listPorts } from './list-ports.ts';
import { isLockedByFile, portFault } from './port-fault.ts';

/** An unplugged adapter may say nothing; its path goes away, and that is looked at this often. */
const PATH_CHECK_MS = 1000;
/** A request takes milliseconds; a write that has not ended by then never will, and those behind it would leave all at once. */
const WRITE_MS = 2000;

/** Which line: a path, and the adapter's serial number where it has one, because the path may change with a replug. */
export interface PortIdentity {
  readonly path: string;
  readonly serialNumber: string | null;
}

/** Opens the port of an identity: where the serial number is known, wherever that adapter is now. */
export function serialTransport({ path, serialNumber }: PortIdentity): OpenTransport {
  return async (link, events) => {
    if (serialNumber === null) return openPath(path, link, events);
    const { ports, incompleteBecause } = await listPorts();
    const found = ports.find((port) => port.serialNumber === serialNumber);
    const there = ports.find((port) => port.path === path);
    // Another adapter may have been given the name: only one whose serial number cannot be read is believed.
    const mayBeIt = there ? there.serialNumber === null : incompleteBecause !== null;
    if (!found && !mayBeIt) return fail({ code: 'port_absent', path });
    return openPath(found?.path ?? path, link, events);
  };
}

async function openPath(path: string, link: Link, events: TransportEvents): Promise<Result<Transport>> {
  if (isLockedByFile(path)) return fail({ code: 'port_busy', path });
  // `lock` makes a second opener fail; without `hupcl` and flow control the binding leaves DTR and RTS as they are.
  const port = new SerialPort({ path, ...link, lock: true, hupcl: false, autoOpen: false });
  const error = await new Promise<Error | null>((resolve) => port.open(resolve));
  if (error) return fail(portFault(error, path));
  return ok(connect(port, path, events));
}

function connect(port: SerialPort, path: string, events: TransportEvents): Transport {
  let isClosing = false;
  const watchdog = setInterval(() => {
    if (process.platform !== 'win32' && !existsSync(path)) lose('path gone');
  }, PATH_CHECK_MS);

  const lose = (cause: string) => {
    if (isClosing) return;
    isClosing = true;
    clearInterval(watchdog);
    events.lost(cause);
  };

  port.on('data', (bytes: Buffer) => events.bytes(new Uint8Array(bytes)));
  port.on('error', (error: Error) => lose(error.message));
  port.on('close', () => lose('hang-up'));
  onHangUp(port, () => lose('hang-up'));

  return {
    write(bytes) {
      const stuck = setTimeout(() => lose('write hung'), WRITE_MS);
      port.write(Buffer.from(bytes), (error) => {
        clearTimeout(stuck);
        if (error) lose(error.message);
      });
    },
    close() {
      isClosing = true;
      clearInterval(watchdog);
      return new Promise((resolve) => (port.isOpen ? port.close(() => resolve()) : resolve()));
    },
  };
}

/**
 * On Unix the binding notices a hang-up only while it waits for bytes. One that falls between two reads would be missed:
 * a dead port reads as empty, and the binding would read it again and again. So the hang-up is waited for all the time.
 */
function onHangUp(port: SerialPort, call: () => void): void {
  const binding: unknown = port.port;
  if (typeof binding !== 'object' || binding === null || !('poller' in binding)) return; // Windows
  if (binding.poller instanceof EventEmitter) binding.poller.once('disconnect', call);
}
