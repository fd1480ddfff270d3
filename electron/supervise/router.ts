import type { Fault } from '../../vocabulary/fault.ts';
import { type Envelope, envelope } from '../ports/define-port.ts';
import type { Wire } from '../ports/wire.ts';

/** One far end that answers, whichever process it is in at the moment. */
interface Backend {
  wire: Wire | null;
  readonly deadFault: Fault;
  readonly open: Map<number, Asked>;
}

interface Asked {
  readonly client: Client;
  readonly id: number;
  readonly port: string;
}

interface Client {
  readonly wire: Wire;
  readonly ports: ReadonlySet<string>;
}

/** Carries questions to the process that serves their port, answers back to who asked, and news to all who may hear it. */
export interface Router {
  /** Makes a backend: the ports it serves and what its clients get while it is away. */
  readonly addBackend: (ports: readonly string[], deadFault: Fault) => BackendHandle;
  /** Lets a line ask on these ports only; anything else it sends is dropped. The function returned takes it off. */
  readonly addClient: (wire: Wire, ports: readonly string[]) => () => void;
}

interface BackendHandle {
  readonly attach: (wire: Wire) => void;
  /** Open questions get the dead fault at once. */
  readonly detach: () => void;
}

export function createRouter(): Router {
  const backends = new Map<string, Backend>();
  const clients = new Set<Client>();
  let nextId = 1;

  const refuse = ({ client, id, port }: Asked, fault: Fault) =>
    client.wire.send({ kind: 'fault', port, id, fault } satisfies Envelope);

  const hearClient = (client: Client, raw: unknown) => {
    const parsed = envelope.safeParse(raw);
    if (!parsed.success || parsed.data.kind !== 'ask' || !client.ports.has(parsed.data.port)) return;
    const backend = backends.get(parsed.data.port);
    if (!backend) return; // a port that the host serves itself
    const asked = { client, id: parsed.data.id, port: parsed.data.port };
    if (!backend.wire) return refuse(asked, backend.deadFault);
    const id = nextId++;
    backend.open.set(id, asked);
    backend.wire.send({ ...parsed.data, id });
  };

  const hearBackend = (backend: Backend, ports: ReadonlySet<string>, raw: unknown) => {
    const parsed = envelope.safeParse(raw);
    if (!parsed.success || parsed.data.kind === 'ask' || !ports.has(parsed.data.port)) return;
    const message = parsed.data;
    if (message.kind === 'news') {
      for (const client of clients) if (client.ports.has(message.port)) client.wire.send(message);
      return;
    }
    const asked = backend.open.get(message.id);
    if (!asked || asked.port !== message.port) return;
    backend.open.delete(message.id);
    if (clients.has(asked.client)) asked.client.wire.send({ ...message, id: asked.id });
  };

  return {
    addBackend: (names, deadFault) => {
      const backend: Backend = { wire: null, deadFault, open: new Map() };
      const ports = new Set(names);
      for (const name of names) backends.set(name, backend);
      let stop = () => {};
      const detach = () => {
        stop();
        stop = () => {};
        backend.wire = null;
        const open = [...backend.open.values()];
        backend.open.clear();
        for (const asked of open) if (clients.has(asked.client)) refuse(asked, deadFault);
      };
      const attach = (wire: Wire) => {
        detach();
        backend.wire = wire;
        stop = wire.listen((raw) => hearBackend(backend, ports, raw), detach);
      };
      return { attach, detach };
    },
    addClient: (wire, ports) => {
      const client: Client = { wire, ports: new Set(ports) };
      clients.add(client);
      const stop = wire.listen(
        (raw) => hearClient(client, raw),
        () => clients.delete(client),
      );
      return () => {
        stop();
        clients.delete(client);
      };
    },
  };
}
