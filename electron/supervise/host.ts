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
  /** Asks the recorder to seal and close, then ends both processes. */
  readonly close: () => Promise<void>;
}

const CLOSE_MS = 5_000;
const ASK_NOTHING = {};
type Custody = Client<typeof custodyPort.methods, typeof custodyPort.news>;

export function startHost({ spawn, clock, wait, handlers }: HostOptions): Host {
  const router = createRouter();
  const recorder = router.addBackend(['recorder', 'intake'], { code: 'recorder_down' });
  const listener = router.addBackend(['listener'], { code: 'listener_down' });
  const screens = new Set<Served<typeof hostPort.news>>();
  let custody: Custody | null = null;
  let secret: string | null = null; // only here, in memory: a recorder that died goes on with it

  const tell = (process: ProcessName) => (state: 'up' | 'restarted' | 'down', stoppedMs: number) => {
    for (const screen of screens) screen.tell('process', { process, state, stoppedMs, at: clock.wall() });
  };
  const keptRecorder = keepAlive({
    spawn: spawn.recorder,
    clock,
    wait,
    onSpawn: (wire) => {
      custody = connectPort(custodyPort, wire, { code: 'recorder_down' });
      custody.on('secret', (news) => {
        secret = news.secret;
      });
      if (secret !== null) void custody.ask('custody/resume', { secret });
      recorder.attach(wire);
    },
    onDeath: recorder.detach,
    onState: tell('recorder'),
  });
  const keptListener = keepAlive({
    spawn: spawn.listener,
    clock,
    wait,
    onSpawn: (wire) => {
      listener.attach(wire);
      router.addClient(wire, ['intake']);
    },
    onDeath: listener.detach,
    onState: tell('listener'),
  });

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
      keptListener.stop();
      secret = null;
      if (custody && keptRecorder.state() === 'up')
        await within(CLOSE_MS, custody.ask('custody/close', ASK_NOTHING), wait);
      keptRecorder.stop();
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
