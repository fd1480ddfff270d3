import { type Client, connectPort } from '../../electron/ports/connect-port.ts';
import { hostPort } from '../../electron/ports/host-port.ts';
import { listenerPort } from '../../electron/ports/listener-port.ts';
import { recorderPort } from '../../electron/ports/recorder-port.ts';
import type { Wire } from '../../electron/ports/wire.ts';

type ClientOf<P> = P extends { readonly methods: infer M; readonly news: infer N } ? ClientFor<M, N> : never;
type ClientFor<M, N> = M extends Parameters<typeof connectPort>[0]['methods']
  ? N extends Parameters<typeof connectPort>[0]['news']
    ? Client<M, N>
    : never
  : never;

/** The three far ends of every screen. */
export interface Ports {
  readonly recorder: ClientOf<typeof recorderPort>;
  readonly listener: ClientOf<typeof listenerPort>;
  readonly host: ClientOf<typeof hostPort>;
}

/** The recorder, the listener and the host over one line. */
export function connectPorts(wire: Wire): Ports {
  return {
    recorder: connectPort(recorderPort, wire),
    listener: connectPort(listenerPort, wire),
    host: connectPort(hostPort, wire),
  };
}
