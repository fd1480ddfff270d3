import type { Clock } from '../../vocabulary/time.ts';
import type { Wire } from '../ports/wire.ts';
import { nextTry, recentDeaths } from './back-off.ts';
import { type Child, isHello, type Wait } from './child.ts';

export interface KeepOptions {
  readonly spawn: () => Child;
  readonly clock: Clock;
  readonly wait: Wait;
  /** A fresh process: messages may be sent at once, they wait in its line until it serves. */
  readonly onSpawn: (wire: Wire) => void;
  readonly onDeath: () => void;
  /** `down` only when it died too often; a short stop is told afterwards as `restarted`. */
  readonly onState: (state: 'up' | 'restarted' | 'down', stoppedMs: number) => void;
}

export interface Kept {
  readonly state: () => 'starting' | 'up' | 'down';
  /** Ends the process and starts it no more. */
  readonly stop: () => void;
}

/** A process that has not said hello by then is taken for hung. */
const HELLO_MS = 30_000;

/** Starts a process and starts it again whenever it dies, with growing pauses. */
export function keepAlive({ spawn, clock, wait, onSpawn, onDeath, onState }: KeepOptions): Kept {
  let child: Child | null = null;
  let state: 'starting' | 'up' | 'down' = 'starting';
  let deaths: readonly number[] = [];
  let stoppedAt: number | null = null;
  let stopped = false;
  let cancelWait = () => {};

  const start = () => {
    const fresh = spawn();
    child = fresh;
    cancelWait = wait(HELLO_MS, () => fresh.kill());
    fresh.wire.listen(hello, () => died(fresh));
    onSpawn(fresh.wire);
  };
  const hello = (message: unknown) => {
    if (!isHello(message) || state === 'up') return;
    cancelWait();
    state = 'up';
    onState(stoppedAt === null ? 'up' : 'restarted', stoppedAt === null ? 0 : Math.round(clock.mono() - stoppedAt));
    stoppedAt = null;
  };
  const died = (dead: Child) => {
    if (dead !== child) return;
    child = null;
    cancelWait();
    if (stopped) return;
    const now = clock.mono();
    deaths = [...recentDeaths(deaths, now), now];
    stoppedAt ??= now;
    const { afterMs, givenUp } = nextTry(deaths, now);
    state = givenUp ? 'down' : 'starting';
    onDeath();
    if (givenUp) onState('down', Math.round(now - stoppedAt));
    cancelWait = wait(afterMs, start);
  };
  start();

  return {
    state: () => state,
    stop: () => {
      stopped = true;
      cancelWait();
      child?.kill();
      child = null;
    },
  };
}
