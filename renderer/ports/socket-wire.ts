import type { Wire } from '../../electron/ports/wire.ts';

interface Ear {
  readonly onMessage: (message: unknown) => void;
  readonly onClose: () => void;
}

/** A line that comes back by itself: listeners stay, open questions are settled when it breaks. */
export interface ReturningWire extends Wire {
  readonly state: () => 'connecting' | 'up' | 'down';
  readonly listenState: (ear: () => void) => () => void;
}

/** What is used of a browser socket, so that a test can hand in another. */
export interface SocketLike {
  readonly send: (text: string) => void;
  readonly addEventListener: (
    kind: 'open' | 'close' | 'message',
    hear: (event: { readonly data?: unknown }) => void,
  ) => void;
}

const RETRY_MS = 1000;

const parseMessage = (data: unknown): unknown => {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
};

/** Messages as JSON over a socket; what is asked before it opens waits, what is asked while it is down fails at once. */
export function socketWire(open: () => SocketLike, retry: (again: () => void, ms: number) => void): ReturningWire {
  const ears = new Set<Ear>();
  const stateEars = new Set<() => void>();
  const waiting: string[] = [];
  let socket: SocketLike | null = null;
  let state: 'connecting' | 'up' | 'down' = 'connecting';

  const become = (next: typeof state) => {
    state = next;
    for (const ear of [...stateEars]) ear();
  };
  const closeAll = () => {
    for (const ear of [...ears]) ear.onClose();
  };
  const connect = () => {
    const fresh = open();
    fresh.addEventListener('open', () => {
      socket = fresh;
      become('up');
      for (const text of waiting.splice(0)) fresh.send(text);
    });
    fresh.addEventListener('message', (event) => {
      const message = parseMessage(event.data);
      for (const ear of [...ears]) ear.onMessage(message);
    });
    fresh.addEventListener('close', () => {
      socket = null;
      waiting.length = 0;
      become('down');
      closeAll();
      retry(connect, RETRY_MS);
    });
  };
  connect();

  return {
    send: (message) => {
      const text = JSON.stringify(message);
      if (socket) socket.send(text);
      else if (state === 'connecting') waiting.push(text);
      else queueMicrotask(closeAll);
    },
    listen: (onMessage, onClose) => {
      const ear = { onMessage, onClose };
      ears.add(ear);
      return () => ears.delete(ear);
    },
    state: () => state,
    listenState: (ear) => {
      stateEars.add(ear);
      return () => stateEars.delete(ear);
    },
  };
}
