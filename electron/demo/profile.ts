import path from 'node:path';
import { systemClock } from '../../drivers/transports/system-clock.ts';
import type { Fault } from '../../vocabulary/fault.ts';
import { sayFault } from '../../vocabulary/fault.ts';
import { ok, type Result } from '../../vocabulary/result.ts';
import { connectPort } from '../ports/connect-port.ts';
import { listenerPort } from '../ports/listener-port.ts';
import { recorderPort } from '../ports/recorder-port.ts';
import { wirePair } from '../ports/wire.ts';
import { waitByTimer } from '../supervise/child.ts';
import { forkChild } from '../supervise/fork-child.ts';
import { startHost } from '../supervise/host.ts';

const programOf = (name: string) => path.join(import.meta.dirname, '..', name, 'main.ts');

/** A fault that ends the demo: the verb catches it and reports it as its own. */
export class DemoStop extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(sayFault(fault).en);
    this.fault = fault;
  }
}

export function need<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new DemoStop(result.fault);
}

/** One person's Jingxun on a data folder of its own: the same processes and ports as on screen, without a screen. */
export function openProfile(dataFolder: string) {
  const about = { host: 'browser', why: 'chosen', version: 'demo', dataFolder } as const;
  const host = startHost({
    spawn: {
      recorder: () => forkChild(programOf('recorder'), [dataFolder]),
      listener: () => forkChild(programOf('listener'), [dataFolder]),
    },
    clock: systemClock,
    wait: waitByTimer,
    handlers: { 'host/about': () => ok(about), 'host/pick-folder': () => ok({ folder: null }) },
  });
  const [near, far] = wirePair();
  host.addScreen(far);
  return {
    dataFolder,
    recorder: connectPort(recorderPort, near),
    listener: connectPort(listenerPort, near),
    close: host.close,
  };
}
export type Profile = ReturnType<typeof openProfile>;
