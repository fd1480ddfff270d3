import type { Handlers } from '../ports/serve-port.ts';
import type { RecorderMethods } from './methods.ts';

/**
 * The same handlers, but for those of the session asked only when no opening is under way: after a restart the record opens
 * again by itself, and a question that came meanwhile must not be told that it is locked.
 */
export function waitForOpening(
  settled: () => Promise<unknown>,
  handlers: Handlers<RecorderMethods>,
): Handlers<RecorderMethods> {
  const waiting = Object.entries(handlers).map(([name, handler]) => {
    const call = handler as (ask: unknown) => unknown;
    const patient = async (ask: unknown) => {
      await settled();
      return call(ask);
    };
    return [name, name.startsWith('session/') ? call : patient];
  });
  return Object.fromEntries(waiting) as Handlers<RecorderMethods>;
}
