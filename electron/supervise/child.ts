import type { Wire } from '../ports/wire.ts';

export type ProcessName = 'recorder' | 'listener';

/** A running process as the supervisor sees it. Its wire closes when it exits. */
export interface Child {
  readonly wire: Wire;
  readonly kill: () => void;
}

/** Timers as an argument, so that tests turn the clock themselves. The function returned cancels. */
export type Wait = (ms: number, then: () => void) => () => void;

export const waitByTimer: Wait = (ms, then) => {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
};

/** The first message of a process: it serves now. */
export const HELLO = { kind: 'news', port: 'process', topic: 'hello', news: null } as const;

export const isHello = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'port' in message && message.port === HELLO.port;
