import { closeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ReadStream } from 'node:tty';
import { SerialPort } from 'serialport';
import { z } from 'zod';
import type { Clock } from '../../vocabulary/time.ts';
import type { Timers } from '../session/create-session.ts';
import type { SimulatedDevice } from '../simulator/simulated-device.ts';

/** The device's end of a cable whose other end is a port any program can open. */
export interface Pty {
  /** The port's path, to be opened as a serial port. */
  readonly path: string;
  /** `left` is called when the last of the bytes has reached the port. */
  write(bytes: Uint8Array, left?: () => void): void;
  onBytes(hear: (bytes: Uint8Array) => void): void;
  /** Takes nothing more: what the host writes stays in its port. */
  stall(): void;
  /** Pulls the plug: whoever has the port open sees a hang-up. */
  close(): void;
}

const pair = z.object({ master: z.int(), slave: z.int(), pty: z.string() });
type OpenPair = (columns: number, rows: number) => unknown;
const binding = z.object({
  requireBinary: z.custom<(file: string) => unknown>((value) => typeof value === 'function'),
});
const native = z.object({ open: z.custom<OpenPair>((value) => typeof value === 'function') });

/**
 * Opens a pseudo-terminal pair in raw mode: every byte passes unchanged both ways, nothing is echoed. The package's
 * own `open` reads from both ends and would steal bytes, so its binding is used directly. Needs the development
 * packages; simulators only.
 */
export async function openPty(): Promise<Pty> {
  const load = createRequire(import.meta.url);
  const { requireBinary } = binding.parse(load('@lydell/node-pty/requireBinary.js'));
  const ends = pair.parse(native.parse(requireBinary('pty.node')).open(80, 24));
  await makeRaw(ends.pty);
  const master = new ReadStream(ends.master);
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    master.destroy();
    closeSync(ends.slave);
  };
  master.on('error', close);
  master.resume();
  return {
    path: ends.pty,
    write: (bytes, left = () => {}) => void (isOpen && master.write(Buffer.from(bytes), left)),
    onBytes: (hear) => void master.on('data', (bytes: Buffer) => hear(new Uint8Array(bytes))),
    stall: () => void master.pause(),
    close,
  };
}

/** A serial port once opened stays raw for as long as anyone holds the pty; we hold its far end. */
async function makeRaw(path: string): Promise<void> {
  const port = new SerialPort({ path, baudRate: 9600, lock: false, hupcl: false, autoOpen: false });
  await new Promise<void>((resolve, reject) => port.open((error) => (error ? reject(error) : resolve())));
  await new Promise<void>((resolve) => port.close(() => resolve()));
}

/** Runs a simulated device at the end of a pty until stopped. */
export function runDevice(device: SimulatedDevice, pty: Pty, clock: Clock, timers: Timers): { stop(): void } {
  let isRunning = true;
  let cancel = () => {};

  const work = () => {
    cancel();
    if (!isRunning) return;
    for (const bytes of device.speak(clock.mono())) pty.write(bytes);
    if (device.due !== null) cancel = timers.after(Math.max(0, device.due - clock.mono()), work);
  };

  pty.onBytes((bytes) => {
    if (!isRunning) return;
    device.hear(bytes, clock.mono());
    work();
  });
  work();
  return {
    stop() {
      isRunning = false;
      cancel();
      pty.close();
    },
  };
}
