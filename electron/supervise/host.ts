import type { z } from 'zod';
import type { Clock } from '../../vocabulary/time.ts';
import { type Client, connectPort } from '../ports/connect-port.ts';
import { custodyPort } from '../ports/custody-port.ts';
import { hostPort } from '../ports/host-port.ts';
import { type Handlers, type Served, servePort } from '../ports/serve-port.ts';
import type { Wire } from '../ports/wire.ts';
import type { Child, ProcessName, Wait } from './child.ts';
import { keepAlive } from './keep-alive.ts';
import { createRouter } from './router.ts';

export interface HostOptions {
  readonly spawn: Readonly<Record<ProcessName, () => Child>>;
  readonly clock: Clock;
  readonly wait: Wait;
  readonly handlers: Handlers<typeof hostPort.methods>;
}

/** The two processes, kept alive, and the lines of all screens. The same for every host. */
export interface Host {
  /** Connects a screen's line; the function returned takes it off. */
  readonly addScreen: (wire: Wire) => () => void;
  /** Lets the listener hand over its last readings and the recorder seal and close, then ends both. */
  readonly close: () => Promise<void>;
}

const CLOSE_MS = 5_000;
type Custody = Client<typeof custodyPort.methods, typeof custodyPort.news>;

const backends = {
  recorder: { ports: ['recorder', 'intake'], mayAsk: [], deadFault: { code: 'recorder_down' } },
  listener: { ports: ['listener'], mayAsk: ['intake'], deadFault: { code: 'listener_down' } },
} as const;

export function startHost({ spawn, clock, wait, handlers }: HostOptions): Host {
  const router = createRouter();
  const screens = new Set<Served<typeof hostPort.news>>();
  const tell = (news: z.input<(typeof hostPort.news)['process']>) => {
    for (const screen of screens) screen.tell('process', news);
  };

  const keep = (name: ProcessName) => {
    const { ports, mayAsk, deadFault } = backends[name];
    const backend = router.addBackend(ports, deadFault);
    let custody: Custody | null = null;
    let secret: string | null = null;
    let diedAt = clock.wall();
    const kept = keepAlive({
      spawn: spawn[name],
      clock,
      wait,
      onSpawn: (wire) => {
        custody = connectPort(custodyPort, wire, deadFault);
        custody.on('secret', (news) => {
          secret = news.secret;
        });
        if (secret !== null) void custody.ask('custody/resume', { secret, diedAt });
        backend.attach(wire);
        router.addClient(wire, mayAsk);
      },
      onDeath: () => {
        diedAt = clock.wall();
        backend.detach();
      },
      onState: (state, stoppedMs) => tell({ process: name, state, stoppedMs, at: clock.wall() }),
    });
    return async () => {
      secret = null;
      if (custody && kept.state() === 'up') await within(CLOSE_MS, custody.ask('custody/close', {}), wait);
      kept.stop();
    };
  };
  const closeRecorder = keep('recorder');
  const closeListener = keep('listener');

  return {
    addScreen: (wire) => {
      const off = router.addClient(wire, ['recorder', 'listener']);
      const served: Served<typeof hostPort.news> = servePort(hostPort, wire, handlers, () => {
        screens.delete(served);
      });
      screens.add(served);
      return () => {
        off();
        served.close();
        screens.delete(served);
      };
    },
    close: async () => {
      await closeListener(); // first, so that its last batch still finds the recorder
      await closeRecorder();
    },
  };
}

/** The answer, or after the time nothing. */
function within<T>(ms: number, answer: Promise<T>, wait: Wait): Promise<T | null> {
  return new Promise((resolve) => {
    const cancel = wait(ms, () => resolve(null));
    void answer.then((value) => {
      cancel();
      resolve(value);
    });
  });
}
